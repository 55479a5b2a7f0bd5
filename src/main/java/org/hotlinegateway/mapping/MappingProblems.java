package org.hotlinegateway.mapping;

import java.util.List;
import java.util.stream.Collectors;

/** A set of mapping files is refused; carries every problem of every file at once. */
public final class MappingProblems extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<MappingProblem> problems;

    public MappingProblems(List<MappingProblem> problems) {
        super(problems.stream().map(MappingProblem::toString).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    public List<MappingProblem> problems() {
        return problems;
    }
}
