package org.hotlinegateway.workbench;

import java.util.ArrayList;
import java.util.List;

/** A blast radius as lines of text. */
public final class BlastText {
    private BlastText() {}

    public static List<String> lines(Blast blast) {
        List<String> lines = new ArrayList<>();
        long mappings = blast.ways().stream().map(Blast.Way::mapping).distinct().count();
        lines.add(blast.of() + ": " + mappings + " mapping(s), "
                + (blast.uses().isEmpty() ? "" : blast.uses().size() + " rule(s), ")
                + blast.peers().size() + " peer(s)");
        blast.uses()
                .forEach(use -> lines.add("  " + use.file() + ":" + use.line() + ":" + use.column() + ": "
                        + use.target() + " (" + use.how() + ")"));
        lines.add("runs in");
        blast.ways().forEach(way -> lines.add("  " + way(way)));
        lines.add("peers: " + names(blast.peers()));
        lines.add("queues: " + names(blast.queues()));
        blast.notes().forEach(note -> lines.add("note: " + note));
        Blast.Traffic traffic = blast.traffic();
        if (traffic != null) {
            lines.addAll(lines(traffic));
        }
        return lines;
    }

    private static String way(Blast.Way way) {
        String where = switch (way.route()) {
            case "" -> "no route";
            case Blast.Way.DOOR -> "the door";
            case Blast.Way.RECONCILIATION -> "reconciliation";
            default -> "route " + way.route();
        };
        String peer = way.peer().isEmpty() ? "" : ", peer " + way.peer();
        return way.mapping() + ": " + where + peer + (way.when().isEmpty() ? "" : ", when " + way.when());
    }

    private static String names(List<String> names) {
        return names.isEmpty() ? "none" : String.join(", ", names);
    }

    private static List<String> lines(Blast.Traffic traffic) {
        List<String> lines = new ArrayList<>();
        lines.add("recorded from " + traffic.since() + " until " + traffic.until() + ", " + traffic.read()
                + " looked at" + (traffic.whole() ? "" : ", there are more"));
        if (traffic.counts().isEmpty()) {
            lines.add("  none of them uses it");
        }
        traffic.counts()
                .forEach(count -> lines.add("  " + count.mapping() + ", peer " + count.peer() + ": "
                        + count.messages()
                        + (count.cases() == 0
                                ? " message(s) received"
                                : " message(s) sent, " + count.cases() + " case(s)")));
        return lines;
    }
}
