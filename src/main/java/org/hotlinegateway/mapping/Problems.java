package org.hotlinegateway.mapping;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects the problems of mapping files, so that all are told at once. */
final class Problems {
    private final List<MappingProblem> found = new ArrayList<>();

    void error(Place place, String code, String text) {
        add(place, MappingProblem.Severity.ERROR, code, text);
    }

    void warning(Place place, String code, String text) {
        add(place, MappingProblem.Severity.WARNING, code, text);
    }

    private void add(Place place, MappingProblem.Severity severity, String code, String text) {
        add(new MappingProblem(place.file(), place.line(), place.column(), severity, code, text));
    }

    /** Adds a problem told elsewhere; the same one twice is one. */
    void add(MappingProblem problem) {
        if (!found.contains(problem)) {
            found.add(problem);
        }
    }

    boolean hasErrors() {
        return found.stream().anyMatch(MappingProblem::isError);
    }

    boolean hasErrors(String file) {
        return found.stream()
                .anyMatch(problem -> problem.isError() && problem.file().equals(file));
    }

    List<MappingProblem> sorted() {
        return found.stream()
                .sorted(Comparator.comparing(MappingProblem::file)
                        .thenComparingInt(MappingProblem::line)
                        .thenComparingInt(MappingProblem::column))
                .toList();
    }
}
