package org.hotlinegateway.mapping;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which fields of an object a reader keeps: those the rules read, or all. Finds a name by its bytes, so that a known name
 * costs no text; stands for an array's elements as well.
 */
final class Wanted {
    /** Keeps everything, knows no name. */
    static final Wanted ALL = new Wanted(new ReadPaths(), true, null);

    private static final int MOST_KNOWN = 64;

    private final boolean whole;
    private final int kept;
    private final String[] names;
    private final KnownName[] known;
    private final Wanted[] below;
    private final int[] slots;
    private final int[] followers;
    private final Map<String, Integer> positions = new HashMap<>();

    private Wanted(ReadPaths reads, boolean whole, @Nullable Schema schema) {
        this.whole = whole;
        this.kept = reads.names().size();
        this.names = known(reads, whole ? null : schema);
        this.known = new KnownName[names.length];
        this.below = new Wanted[names.length];
        this.slots = new int[Integer.highestOneBit(names.length * 4 + 2)];
        this.followers = new int[names.length + 1];
        for (int i = 0; i < names.length; i++) {
            if (i < kept) {
                positions.put(names[i], i);
            }
            known[i] = new KnownName(names[i]);
            below[i] = of(reads.at(names[i]), whole, below(schema, names[i]));
            slots[free(known[i].hash())] = i + 1;
        }
    }

    /**
     * What a reader keeps.
     *
     * @param everything the rules collect what no rule reads
     * @param schema names the fields that will stand there beside those that are read, null when nobody knows
     */
    static Wanted of(@Nullable ReadPaths reads, boolean everything, @Nullable Schema schema) {
        return reads == null ? ALL : new Wanted(reads, everything || reads.isWhole(), schema);
    }

    /** The names that are kept, then those a message has beside them. */
    private static String[] known(ReadPaths reads, @Nullable Schema schema) {
        Set<String> names = new LinkedHashSet<>(reads.names());
        if (schema != null) {
            schema.properties().keySet().stream()
                    .limit(Math.max(0, MOST_KNOWN - names.size()))
                    .forEach(names::add);
        }
        return names.stream().map(String::intern).toArray(String[]::new);
    }

    private static @Nullable Schema below(@Nullable Schema schema, String name) {
        Schema field = schema == null ? null : schema.property(name);
        return field != null && field.isArray() ? field.items() : field;
    }

    private int free(int hash) {
        int slot = hash & slots.length - 1;
        while (slots[slot] != 0) {
            slot = slot + 1 & slots.length - 1;
        }
        return slot;
    }

    /** Of the length and five bytes: names of one level seldom agree in all of them. */
    static int hash(byte[] bytes, int from, int to) {
        int length = to - from;
        if (length == 0) {
            return 0;
        }
        int ends = bytes[from] * 31 + bytes[to - 1];
        int inner = (bytes[from + length / 4] * 31 + bytes[from + length / 2]) * 31 + bytes[from + length * 3 / 4];
        int hash = (length * 31 + ends) * 961 + inner;
        return hash ^ hash >>> 7;
    }

    /** Fields no rule reads are kept too. */
    boolean isWhole() {
        return whole;
    }

    /** How many names are kept. */
    int size() {
        return kept;
    }

    /** A known name of a field that some rule reads. */
    boolean keeps(int index) {
        return index < kept;
    }

    int length(int index) {
        return known[index].length();
    }

    String name(int index) {
        return names[index];
    }

    Wanted below(int index) {
        return below[index];
    }

    /**
     * The name that stood after another one last time, as messages of one kind look alike; negative when something else
     * stands here. What follows the name is for the caller to look at.
     *
     * @param before position of the name before, negative for none
     * @param at where the name begins
     */
    int guess(int before, byte[] bytes, int at) {
        int guess = followers[before + 1];
        return guess < known.length && known[guess].isAt(bytes, at) ? guess : -1;
    }

    /** Remembers what stands after what. */
    void follows(int before, int position) {
        followers[before + 1] = position;
    }

    /** The position of a name that is kept; negative for another. */
    int find(String name) {
        Integer position = positions.get(name);
        return position == null ? -1 : position;
    }

    /** The position of a name; negative when it is not known. */
    int find(byte[] bytes, int from, int to, int hash) {
        int slot = hash & slots.length - 1;
        for (int found = slots[slot]; found != 0; found = slots[slot]) {
            KnownName name = known[found - 1];
            if (name.length() == to - from && name.isAt(bytes, from)) {
                return found - 1;
            }
            slot = slot + 1 & slots.length - 1;
        }
        return -1;
    }
}
