package org.hotlinegateway.faults;

import static net.bytebuddy.matcher.ElementMatchers.named;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import net.bytebuddy.agent.builder.AgentBuilder;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.dynamic.DynamicType;
import net.bytebuddy.utility.JavaModule;

/**
 * Java agent of a gateway under test: weaves the armed crash point, the seeded bug and the faults that can be switched
 * while it runs into classes as they are loaded. What cannot be woven ends the process, so that no run passes by default.
 */
public final class FaultAgent {
    private static final int NOT_WOVEN = 87;
    private static final Set<String> WAITING = new LinkedHashSet<>();
    private static final List<ClassFileTransformer> WEAVERS = new ArrayList<>();

    private FaultAgent() {}

    /** Called by the JVM before main. */
    public static void premain(String arguments, Instrumentation instrumentation) {
        weave(instrumentation, "org.hotlinegateway.GatewayClock", "clock", WovenFaults.SteppedTime.class);
        weave(instrumentation, "org.hotlinegateway.flow.JmsRinger", "ring", WovenFaults.Rings.class);
        weave(instrumentation, "org.hotlinegateway.ledger.Writer", "commit", WovenFaults.SlowCommit.class);
        if (System.getProperty("faults.lease") != null) {
            weave(instrumentation, "org.hotlinegateway.ledger.SqlLedger", "claim", WovenFaults.ShortLease.class);
            weave(instrumentation, "org.hotlinegateway.ledger.SqlLedger", "claimFeed", WovenFaults.ShortLease.class);
        }
        String point = System.getProperty("faults.crash");
        if (point != null) {
            arm(instrumentation, CrashPoint.valueOf(point));
        }
        String bug = System.getProperty("faults.bug");
        if (bug != null) {
            seed(instrumentation, SeededBug.valueOf(bug));
        }
        finish(instrumentation);
        RunningFaults.watch();
    }

    private static void arm(Instrumentation instrumentation, CrashPoint point) {
        boolean before = point.side() == CrashPoint.Side.BEFORE;
        weave(
                instrumentation,
                point.type(),
                point.method(),
                before ? WovenFaults.CrashBefore.class : WovenFaults.CrashAfter.class);
    }

    private static void seed(Instrumentation instrumentation, SeededBug bug) {
        String ledger = "org.hotlinegateway.ledger.";
        switch (bug) {
            case ACKNOWLEDGE_BEFORE_COMMIT ->
                weave(instrumentation, ledger + "Combiner", "commit", WovenBugs.AcknowledgeFirst.class);
            case CHECK_THEN_INSERT -> {
                weave(instrumentation, ledger + "MessageSql", "accept", WovenBugs.CheckFirst.class);
                weave(instrumentation, ledger + "Sql", "prepare", WovenBugs.OtherSql.class);
            }
            case NO_FENCE, ORDER_BY_GLOBAL_ID ->
                weave(instrumentation, ledger + "Sql", "prepare", WovenBugs.OtherSql.class);
            case RETRY_WITH_A_NEW_KEY ->
                weave(instrumentation, "org.hotlinegateway.flow.Outbox", "sign", WovenBugs.NewKey.class);
            case NONCE_NOT_STORED -> weave(instrumentation, ledger + "SqlTx", "useNonce", WovenBugs.AnyNonce.class);
        }
    }

    private static void weave(Instrumentation instrumentation, String type, String method, Class<?> advice) {
        WAITING.add(type);
        WEAVERS.add(new AgentBuilder.Default()
                .with(new FailLoudly())
                .type(named(type))
                .transform((builder, description, loader, module, domain) ->
                        builder.visit(Advice.to(advice).on(named(method))))
                .installOn(instrumentation));
    }

    /** Loads what is to be woven, and leaves all other classes to the JVM and its archive. */
    private static void finish(Instrumentation instrumentation) {
        try {
            for (String type : WAITING) {
                Class.forName(type, false, ClassLoader.getSystemClassLoader());
            }
        } catch (ClassNotFoundException e) {
            e.printStackTrace();
            Runtime.getRuntime().halt(NOT_WOVEN);
        }
        WEAVERS.forEach(instrumentation::removeTransformer);
    }

    /** A jar that makes this class the agent of a JVM which has the tests on its class path. */
    static Path jar(Path folder) {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().putValue("Premain-Class", FaultAgent.class.getName());
        Path jar = folder.resolve("fault-agent.jar");
        try (OutputStream out = Files.newOutputStream(jar);
                JarOutputStream empty = new JarOutputStream(out, manifest)) {
            return jar;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class FailLoudly extends AgentBuilder.Listener.Adapter {
        @Override
        public void onError(String type, ClassLoader loader, JavaModule module, boolean loaded, Throwable cause) {
            System.err.println("cannot be woven: " + type);
            cause.printStackTrace();
            Runtime.getRuntime().halt(NOT_WOVEN);
        }

        @Override
        public void onTransformation(
                TypeDescription type, ClassLoader loader, JavaModule module, boolean loaded, DynamicType woven) {
            System.err.println("woven: " + type.getSimpleName());
        }
    }
}
