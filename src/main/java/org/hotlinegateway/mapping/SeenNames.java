package org.hotlinegateway.mapping;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The names of the objects that are open, each object's after those around it: tells a name given twice. */
final class SeenNames {
    private static final int FEW = 32;

    private byte[][] sources = {};
    private int[] hashes = {};
    private int[] froms = {};
    private int[] tos = {};
    private int size;
    private @Nullable Map<Integer, Set<String>> crowded;

    /** Where the names of an object that opens now begin. */
    int mark() {
        return size;
    }

    /** The object that began at the mark is closed. */
    void reset(int mark) {
        size = mark;
        if (crowded != null) {
            crowded.remove(mark);
        }
    }

    /** False when the object that began at the mark has this name already. */
    boolean add(byte[] source, int from, int to, int hash, int mark) {
        for (int i = mark; i < size; i++) {
            if (hashes[i] == hash && Arrays.equals(sources[i], froms[i], tos[i], source, from, to)) {
                return false;
            }
        }
        if (size - mark >= FEW) {
            return addToCrowd(new String(source, from, to - from, StandardCharsets.UTF_8), mark);
        }
        push(source, from, to, hash);
        return true;
    }

    private boolean addToCrowd(String name, int mark) {
        Map<Integer, Set<String>> crowds = crowded == null ? new HashMap<>() : crowded;
        crowded = crowds;
        return crowds.computeIfAbsent(mark, unused -> new HashSet<>()).add(name);
    }

    private void push(byte[] source, int from, int to, int hash) {
        if (size == hashes.length) {
            int capacity = Math.max(8, size * 2);
            sources = Arrays.copyOf(sources, capacity);
            hashes = Arrays.copyOf(hashes, capacity);
            froms = Arrays.copyOf(froms, capacity);
            tos = Arrays.copyOf(tos, capacity);
        }
        sources[size] = source;
        hashes[size] = hash;
        froms[size] = from;
        tos[size++] = to;
    }
}
