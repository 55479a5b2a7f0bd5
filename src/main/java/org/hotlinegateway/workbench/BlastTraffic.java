package org.hotlinegateway.workbench;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.hotlinegateway.ledger.Conversion;
import org.hotlinegateway.ledger.Period;
import org.hotlinegateway.ledger.Recorded;
import org.hotlinegateway.ledger.Recordings;
import org.hotlinegateway.mapping.MappingContext;
import org.hotlinegateway.mapping.MappingSet;
import org.hotlinegateway.mapping.RowsUsed;

/** Counts the recorded messages that a change would touch; of a single row, those that need this row. */
public final class BlastTraffic {
    private static final int PAGE = 500;

    private final Recordings recordings;
    private final MappingSet set;
    private final int most;

    /** @param most how many conversions are looked at before the count stops */
    public BlastTraffic(Recordings recordings, MappingSet set, int most) {
        this.recordings = recordings;
        this.set = set;
        this.most = most;
    }

    /** The blast with what was recorded in a period. */
    public Blast counted(Blast blast, Period period) {
        Count count = new Count(blast);
        boolean whole = pages(recordings::recordedMessages, period, count)
                && pages(recordings::recordedDeliveries, period, count);
        List<Blast.Count> counts =
                count.tallies.values().stream().map(Tally::count).toList();
        return blast.with(new Blast.Traffic(period.since(), period.until(), count.read, whole, counts));
    }

    private interface Pages {
        List<Recorded> page(Period period, Recorded.Place after, int limit);
    }

    private boolean pages(Pages pages, Period period, Count count) {
        Recorded.Place after = Recorded.Place.startOf(period);
        while (count.read < most) {
            List<Recorded> page = pages.page(period, after, PAGE);
            page.forEach(count::add);
            if (page.size() < PAGE) {
                return true;
            }
            after = page.get(page.size() - 1).place();
        }
        return pages.page(period, after, 1).isEmpty();
    }

    /** Conversions of one mapping for one peer. */
    private static final class Tally {
        private final String mapping;
        private final String peer;
        private final Set<String> cases = new HashSet<>();
        private long messages;

        Tally(String mapping, String peer) {
            this.mapping = mapping;
            this.peer = peer;
        }

        void add(Recorded recorded) {
            messages++;
            if (recorded.kind() == Recorded.Kind.DELIVERY) {
                cases.add(recorded.key().split("/", 2)[0]);
            }
        }

        Blast.Count count() {
            return new Blast.Count(mapping, peer, messages, cases.size());
        }
    }

    private final class Count {
        private final Set<String> mappings;
        private final Map<String, Set<Integer>> lines;
        private final Map<String, Tally> tallies = new TreeMap<>();
        private long read;

        Count(Blast blast) {
            mappings = blast.ways().stream().map(Blast.Way::mapping).collect(Collectors.toSet());
            lines = rows(blast);
        }

        private Map<String, Set<Integer>> rows(Blast blast) {
            if (blast.kind() != Blast.Kind.ROW) {
                return Map.of();
            }
            int hash = blast.of().indexOf('#');
            String file = blast.of().substring(0, hash);
            return Map.of(
                    file, new TableRows(set.table(file)).linesOf(blast.of().substring(hash + 1)));
        }

        void add(Recorded recorded) {
            read++;
            Set<String> counted = new HashSet<>();
            for (Conversion conversion : recorded.conversions()) {
                if (mappings.contains(conversion.mapping())
                        && uses(recorded, conversion)
                        && counted.add(conversion.mapping())) {
                    String key = conversion.mapping() + " " + recorded.peer();
                    tallies.computeIfAbsent(key, k -> new Tally(conversion.mapping(), recorded.peer()))
                            .add(recorded);
                }
            }
        }

        /** Without a row every conversion by the mapping counts. */
        private boolean uses(Recorded recorded, Conversion conversion) {
            if (lines.isEmpty()) {
                return true;
            }
            byte[] source = recorded.sourceOf(conversion, recordings);
            MappingContext context = new MappingContext(
                    conversion.at(), conversion.values(), (scheme, siblings, charset) -> "signed by " + scheme);
            return RowsUsed.of(set, conversion.mapping(), source, context).stream()
                    .anyMatch(row -> lines.getOrDefault(row.file(), Set.of()).contains(row.line()));
        }
    }
}
