package org.hotlinegateway.faults;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.apache.camel.Exchange;

/** What the seeded bugs do. Public because woven code calls it. */
public final class BugBodies {
    private static final long BEFORE_COMMIT = TimeUnit.MILLISECONDS.toNanos(250);
    private static final long BETWEEN_CHECK_AND_INSERT = TimeUnit.MILLISECONDS.toNanos(20);
    static final String NO_DOUBLES = "on conflict (peer, name, message_key) do nothing";
    private static final String BUG = System.getProperty("faults.bug", "");

    private BugBodies() {}

    /** Completes the units of a batch, and lets the commit come later. */
    public static void acknowledge(Object combiner, List<?> units) {
        call(combiner, "committed", units);
        LockSupport.parkNanos(BEFORE_COMMIT);
    }

    /** The answer for a message that is there already, else null: the caller inserts, a moment later. */
    public static Object seenBefore(Object messages, Object incoming) {
        try {
            return call(messages, "repeated", call(incoming, "message"));
        } catch (IllegalStateException notThere) {
            LockSupport.parkNanos(BETWEEN_CHECK_AND_INSERT);
            return null;
        }
    }

    /** The statement that runs in place of this one. */
    public static String sql(String text) {
        return switch (SeededBug.valueOf(BUG)) {
            case NO_FENCE -> withoutFence(text);
            case ORDER_BY_GLOBAL_ID -> withoutLanes(text);
            case CHECK_THEN_INSERT -> text.replace(NO_DOUBLES, "");
            default -> text;
        };
    }

    static String withoutFence(String text) {
        boolean settles = text.startsWith("update delivery set state = ?");
        return settles ? text.replace("fence = ? and state = 'CLAIMED'", "(fence = ? or 1 = 1)") : text;
    }

    static String withoutLanes(String text) {
        return text.replaceAll(
                        "join delivery l on l\\.case_id = d\\.case_id and l\\.peer = d\\.peer",
                        "join delivery l on l.id = d.id")
                .replaceAll(
                        "(?s)and \\(independent = 1 or not exists \\(select 1 from delivery e.*?is null"
                                + " and e\\.independent = 0\\)\\)",
                        "")
                .replaceAll("(?s)and not exists \\(select 1 from delivery e where.*?e\\.settled_at is null\\)", "");
    }

    /** Marks the request's key with the attempt, from the second on. */
    public static void newKey(Exchange exchange) {
        Integer attempt = exchange.getProperty("attempt", Integer.class);
        byte[] body = exchange.getMessage().getBody(byte[].class);
        if (attempt == null || attempt < 2 || body == null) {
            return;
        }
        String text = new String(body, StandardCharsets.ISO_8859_1)
                .replaceFirst("(\"requestId\"\\s*:\\s*\"[^\"]*)\"", "$1-" + attempt + "\"");
        exchange.getMessage().setBody(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static Object call(Object target, String name, Object... arguments) {
        Method method = Arrays.stream(target.getClass().getDeclaredMethods())
                .filter(one -> one.getName().equals(name) && one.getParameterCount() == arguments.length)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no method " + name + " in " + target.getClass()));
        method.setAccessible(true);
        try {
            return method.invoke(target, arguments);
        } catch (IllegalAccessException e) {
            throw new IllegalArgumentException(e);
        } catch (InvocationTargetException e) {
            throw new IllegalStateException(e.getCause());
        }
    }
}
