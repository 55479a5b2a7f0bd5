package org.hotlinegateway.workbench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * In what two mapping sets differ: which files, and in them which rules and rows.
 *
 * @param before digest or name of the one set
 * @param after digest or name of the other
 * @param files only those that differ, in the order of their names
 */
public record SetDifference(String before, String after, List<FileDifference> files) {
    /** Compares the files of two sets, by name. */
    public static SetDifference between(
            String before, Map<String, byte[]> filesBefore, String after, Map<String, byte[]> filesAfter) {
        TreeSet<String> names = new TreeSet<>(filesBefore.keySet());
        names.addAll(filesAfter.keySet());
        List<FileDifference> files = names.stream()
                .filter(name -> !Arrays.equals(filesBefore.get(name), filesAfter.get(name)))
                .map(name -> FileDifference.of(name, filesBefore.get(name), filesAfter.get(name)))
                .toList();
        return new SetDifference(before, after, files);
    }

    public boolean isNothing() {
        return files.isEmpty();
    }

    /** For people: rules and rows where a file has them, else lines; with {@code unified}, lines of every file. */
    public List<String> lines(boolean unified) {
        List<String> lines = new ArrayList<>();
        files.forEach(file -> lines.addAll(file.lines(unified)));
        lines.add(files.isEmpty() ? "no difference" : files.size() + " file(s) differ");
        return lines;
    }
}
