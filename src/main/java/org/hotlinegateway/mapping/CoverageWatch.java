package org.hotlinegateway.mapping;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Looks on while the tests of one file run and remembers what they reach. */
final class CoverageWatch implements Trace {
    private final Set<FieldRule> rules = new HashSet<>();
    private final Set<List<Object>> turns = new HashSet<>();
    private final Set<List<Object>> rows = new HashSet<>();

    @Override
    public void step(String what) {
        // told by the events below with their places
    }

    @Override
    public void field(String target, FieldRule rule, boolean made) {
        if (made) {
            rules.add(rule);
        }
    }

    @Override
    public void reached(Reach reach, Place place) {
        turns.add(Reachable.key(reach, place));
    }

    @Override
    public void row(Table table, Table.Row row) {
        rows.add(List.of(table.name(), row.place()));
    }

    Coverage of(Program program) {
        List<CoveragePoint> reached = new ArrayList<>();
        List<CoveragePoint> missed = new ArrayList<>();
        for (FieldRule rule : program.rules()) {
            CoveragePoint point = CoveragePoint.of(CoveragePoint.Kind.RULE, rule.place(), rule.target());
            (rules.contains(rule) ? reached : missed).add(point);
        }
        for (Reachable.Turn turn : program.file().reachable().turns()) {
            boolean taken = turns.contains(Reachable.key(turn.reach(), turn.place()));
            (taken ? reached : missed).add(point(turn));
        }
        program.file().reachable().tables().forEach(table -> rows(table, reached, missed));
        return new Coverage(program.name(), program.file().path(), List.copyOf(reached), List.copyOf(missed));
    }

    private static CoveragePoint point(Reachable.Turn turn) {
        String what = turn.target() + ": " + turn.reach().words();
        return CoveragePoint.of(CoveragePoint.Kind.BRANCH, turn.place(), what);
    }

    /** An alias is another key of the same row. */
    private void rows(Table table, List<CoveragePoint> reached, List<CoveragePoint> missed) {
        Map<Place, String> keys = new LinkedHashMap<>();
        table.rows().forEach(row -> keys.putIfAbsent(row.place(), row.key().replace(Table.KEY_GLUE, ',')));
        keys.forEach((place, key) -> {
            CoveragePoint point = CoveragePoint.row(place, key, table.name());
            (rows.contains(List.of(table.name(), place)) ? reached : missed).add(point);
        });
    }
}
