package org.hotlinegateway.ledger;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.hotlinegateway.ledger.Settlement.Outcome;
import org.hotlinegateway.vault.DoesNotOpen;
import org.jspecify.annotations.Nullable;

/**
 * What things that fail for one cause have in common. Made of what is stored of the failure alone, so that the same
 * failure always gives the same fingerprint; holds codes, field paths and table names, never a value.
 *
 * @param stage where on its way the message failed
 * @param code what failed, or {@code OTHER}
 * @param peer who sent the message, or who was to get it
 * @param place field paths without positions, or tables; empty when neither is known
 */
public record Fingerprint(Stage stage, String code, String peer, String place) {
    /** Code of a delivery whose message could not be written. */
    static final String UNMAPPABLE = "UNMAPPABLE";

    private static final int PLACES_AT_MOST = 5;
    private static final int LONGEST = 160;
    private static final String TABLE_MISS = "TABLE_MISS";
    private static final String TABLE_KEY = "table:";
    private static final Pattern FIELD_ERROR = Pattern.compile(
            "(?:^|[,;:] )(MALFORMED|REQUIRED|TYPE|LENGTH|VALUE|TABLE_MISS|UNENCODABLE|INTERNAL) ?([^\\s,;(…]*)(?=[\\s,;(]|$)");
    private static final Pattern DECISION = Pattern.compile("([A-Z][A-Z0-9_]+): (.*)", Pattern.DOTALL);
    private static final Pattern NAMED_PLACE = Pattern.compile("(?:payload\\.|mappings/)[A-Za-z0-9_./\\[\\]-]+");
    private static final Pattern FAULT = Pattern.compile("(.*): (\\w+) \\d+ times");
    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9._:/-]{1,40}");

    /** Where on its way a message failed. */
    public enum Stage {
        /** A message was to become a case event. */
        TRANSLATE,
        /** The case event was to be decided. */
        DECIDE,
        /** A peer's message was to be written. */
        MAP,
        /** It was to be sent. */
        SEND,
        /** The peer answered and did not take it. */
        ANSWER,
        /** A file of a case was to be fetched, checked and kept. */
        KEEP;

        /** Which side of a case fails there. */
        public DeskSide side() {
            return switch (this) {
                case TRANSLATE, DECIDE -> DeskSide.MESSAGE;
                case MAP, SEND, ANSWER -> DeskSide.DELIVERY;
                case KEEP -> DeskSide.ATTACHMENT;
            };
        }
    }

    /** Of a held delivery. */
    static Fingerprint ofDelivery(String peer, @Nullable String outcome, @Nullable String code, @Nullable String text) {
        String told = text == null ? "" : text;
        if (UNMAPPABLE.equals(code)) {
            return told.startsWith(TABLE_KEY)
                    ? new Fingerprint(Stage.MAP, TABLE_MISS, peer, tables(told))
                    : ofFields(Stage.MAP, peer, told);
        }
        if ("ANSWER_UNREADABLE".equals(code)) {
            return new Fingerprint(Stage.ANSWER, "ANSWER_UNREADABLE", peer, fields(told));
        }
        if (DoesNotOpen.CODE.equals(code)) {
            return new Fingerprint(Stage.MAP, DoesNotOpen.CODE, peer, "");
        }
        boolean refused = Outcome.REFUSED.name().equals(outcome);
        return new Fingerprint(
                refused ? Stage.ANSWER : Stage.SEND,
                code == null ? refused ? "REFUSED" : "OTHER" : code(code),
                peer,
                "");
    }

    /** Of a parked message. */
    static Fingerprint ofMessage(String peer, @Nullable String reason) {
        String told = reason == null ? "" : reason;
        if (told.startsWith(TABLE_MISS + " ")) {
            return new Fingerprint(Stage.TRANSLATE, TABLE_MISS, peer, safe(told.split(" ", 3)[1]));
        }
        if (told.startsWith("translate: ") || FIELD_ERROR.matcher(told).lookingAt()) {
            return ofFields(Stage.TRANSLATE, peer, told);
        }
        Matcher decision = DECISION.matcher(told);
        if (decision.matches()) {
            return new Fingerprint(Stage.DECIDE, code(decision.group(1)), peer, place(decision.group(2)));
        }
        Matcher fault = FAULT.matcher(told);
        if (fault.matches()) {
            Stage stage = fault.group(1).startsWith("mapping:") ? Stage.TRANSLATE : Stage.DECIDE;
            return new Fingerprint(stage, "FAULT", peer, safe(fault.group(2)));
        }
        return new Fingerprint(Stage.DECIDE, "OTHER", peer, "");
    }

    /** Of a held file. */
    static Fingerprint ofAttachment(String peer, @Nullable String reason) {
        return new Fingerprint(Stage.KEEP, reason == null ? "OTHER" : code(reason), peer, "");
    }

    private static Fingerprint ofFields(Stage stage, String peer, String told) {
        Matcher error = FIELD_ERROR.matcher(told);
        return new Fingerprint(stage, error.find() ? error.group(1) : "OTHER", peer, fields(told));
    }

    /** The fields at fault; of a text that was cut short, without the last, which may be half a name. */
    private static String fields(String told) {
        Set<String> paths = new LinkedHashSet<>();
        Matcher error = FIELD_ERROR.matcher(told);
        while (error.find()) {
            if (!error.group(2).isEmpty()) {
                paths.add(error.group(2).replaceAll("\\[\\d+]", "[]"));
            }
        }
        return joined(new TreeSet<>(paths));
    }

    /** Keys of missed rows stand first, each {@code table:<name>;<origin>;<code>;<field>}. */
    private static String tables(String told) {
        return joined(Arrays.stream(told.split(" "))
                .filter(word -> word.startsWith(TABLE_KEY))
                .map(word -> word.substring(TABLE_KEY.length()).split(";", 2)[0])
                .collect(Collectors.toCollection(TreeSet::new)));
    }

    private static String place(String told) {
        Matcher named = NAMED_PLACE.matcher(told);
        return named.find() ? safe(named.group().replaceAll("\\[\\d+]", "[]").replaceAll("[.:]+$", "")) : "";
    }

    private static String joined(Set<String> places) {
        List<String> some = places.stream().limit(PLACES_AT_MOST).toList();
        return safe(String.join(", ", some));
    }

    private static String code(String code) {
        return CODE.matcher(code).matches() ? safe(code) : "OTHER";
    }

    /** A name in a path may be the sender's: no long number, no letters but plain ones. */
    private static String safe(String text) {
        String plain = text.replaceAll("\\d{7,}", "#").replaceAll("[^\\x20-\\x7e]", "?");
        return plain.length() > LONGEST ? plain.substring(0, LONGEST) : plain;
    }
}
