package org.hotlinegateway.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.hotlinegateway.ledger.Fingerprint.Stage;
import org.jspecify.annotations.Nullable;

/**
 * Which of what waits a selection takes; what is null does not matter.
 *
 * @param group number of a fingerprint
 * @param since failed last at or after this time
 * @param until failed last before this time
 * @param items single ones by number; empty: all that the rest allows. With numbers, the side says of what
 */
public record DeskFilter(
        @Nullable Long group,
        @Nullable DeskSide side,
        @Nullable Stage stage,
        @Nullable String code,
        @Nullable String peer,
        @Nullable Instant since,
        @Nullable Instant until,
        List<Long> items) {
    public DeskFilter {
        items = List.copyOf(items);
    }

    /** Everything of one group. */
    public static DeskFilter ofGroup(long group) {
        return new DeskFilter(group, null, null, null, null, null, null, List.of());
    }

    /** The conditions in SQL, each with one value. */
    String conditions() {
        StringBuilder all = new StringBuilder();
        add(all, group, " and i.fingerprint_id = ?");
        add(all, stage, " and f.stage = ?");
        add(all, code, " and f.code = ?");
        add(all, peer, " and f.peer = ?");
        add(all, since, " and i.failed_last >= ?");
        add(all, until, " and i.failed_last < ?");
        if (!items.isEmpty()) {
            all.append(" and i.item_id in (")
                    .append("?, ".repeat(items.size() - 1))
                    .append("?)");
        }
        return all.toString();
    }

    private static void add(StringBuilder all, @Nullable Object value, String condition) {
        if (value != null) {
            all.append(condition);
        }
    }

    List<Object> values() {
        List<Object> all = new ArrayList<>();
        for (Object value : new @Nullable Object[] {group, stage, code, peer, since, until}) {
            if (value != null) {
                all.add(value);
            }
        }
        all.addAll(items);
        return all;
    }

    boolean takes(DeskSide wanted) {
        return (side == null || side == wanted) && (stage == null || stage.side() == wanted);
    }

    /** For people: what was selected. */
    String described() {
        List<String> said = new ArrayList<>();
        say(said, "group", group);
        say(said, "side", side);
        say(said, "stage", stage);
        say(said, "code", code);
        say(said, "peer", peer);
        say(said, "since", since);
        say(said, "until", until);
        say(said, "items", items.isEmpty() ? null : items.size());
        return said.isEmpty() ? "everything" : String.join(", ", said);
    }

    private static void say(List<String> said, String name, @Nullable Object value) {
        if (value != null) {
            said.add(name + " " + value);
        }
    }
}
