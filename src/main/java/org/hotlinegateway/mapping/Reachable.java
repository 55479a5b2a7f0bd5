package org.hotlinegateway.mapping;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The turns and tables of one mapping file, gathered while it is compiled, so that coverage knows what there is to reach. */
final class Reachable {
    /** @param target the field whose rule has the turn */
    record Turn(Reach reach, Place place, String target) {}

    private final Map<List<Object>, Turn> turns = new LinkedHashMap<>();
    private final Set<Table> tables = new LinkedHashSet<>();

    void turn(Reach reach, Place place, String target) {
        turns.putIfAbsent(key(reach, place), new Turn(reach, place, target));
    }

    void table(Table table) {
        tables.add(table);
    }

    List<Turn> turns() {
        return List.copyOf(turns.values());
    }

    /** Tables some rule looks codes up in. */
    List<Table> tables() {
        return List.copyOf(tables);
    }

    static List<Object> key(Reach reach, Place place) {
        return List.of(reach, place);
    }
}
