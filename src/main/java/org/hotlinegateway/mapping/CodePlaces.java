package org.hotlinegateway.mapping;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A place of its own for each of some hashes, so that nothing is searched for: hashes fall into small groups, and each group
 * has a number that sends its hashes to places where no others are. Known as hash and displace (Pagh, 1999).
 */
final class CodePlaces {
    private static final long MIXER = 0x9E3779B97F4A7C15L;

    /** Hashes in a group, on average: the more, the fewer numbers, but the longer they are looked for. */
    private static final int GROUP = 3;

    /** For so many hashes one place is left free, so that the last ones find theirs soon. */
    private static final int SPACE = 32;

    private final char[] numbers;
    private final int count;

    private CodePlaces(int hashes) {
        this.numbers = new char[hashes / GROUP + 1];
        this.count = hashes + hashes / SPACE + 1;
    }

    /** Null when there are none, as for the same hash twice. */
    static @Nullable CodePlaces of(long[] hashes) {
        CodePlaces places = new CodePlaces(hashes.length);
        return places.found(hashes) ? places : null;
    }

    /** How many places there are, free ones with them. */
    int count() {
        return count;
    }

    /** The place of a hash; of any other one some place. */
    int of(long hash) {
        return place(hash, numbers[group(hash)]);
    }

    private int group(long hash) {
        return scaled(hash, numbers.length);
    }

    private int place(long hash, int number) {
        return scaled((hash ^ number * MIXER) * MIXER, count);
    }

    private static int scaled(long hash, int size) {
        return (int) ((hash >>> Integer.SIZE) * size >>> Integer.SIZE);
    }

    /** The largest groups first, while most places are free. */
    private boolean found(long[] hashes) {
        BitSet taken = new BitSet(count);
        List<List<Long>> groups = groups(hashes);
        return IntStream.range(0, groups.size())
                .boxed()
                .sorted(Comparator.comparing(group -> -groups.get(group).size()))
                .allMatch(group -> found(group, groups.get(group), taken));
    }

    private List<List<Long>> groups(long[] hashes) {
        List<List<Long>> groups = new ArrayList<>();
        for (int i = 0; i < numbers.length; i++) {
            groups.add(new ArrayList<>(GROUP));
        }
        for (long hash : hashes) {
            groups.get(group(hash)).add(hash);
        }
        return groups;
    }

    private boolean found(int group, List<Long> hashes, BitSet taken) {
        for (int number = 0; number <= Character.MAX_VALUE; number++) {
            if (areFree(hashes, number, taken)) {
                numbers[group] = (char) number;
                return true;
            }
        }
        return false;
    }

    /** Takes the places when all are free and different. */
    private boolean areFree(List<Long> hashes, int number, BitSet taken) {
        for (int i = 0; i < hashes.size(); i++) {
            int place = place(hashes.get(i), number);
            if (taken.get(place)) {
                hashes.subList(0, i).forEach(before -> taken.clear(place(before, number)));
                return false;
            }
            taken.set(place);
        }
        return true;
    }
}
