package org.hotlinegateway.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Why a mapping set as a whole must not go live. */
final class SetFaults {
    private static final int SHOWN = 10;

    private SetFaults() {}

    /** What a set lacks that is in use now, and what else does not fit. */
    static List<MappingProblem> of(MappingSet set, LiveSetup setup) {
        List<MappingProblem> faults = new ArrayList<>(setup.needed().get().stream()
                .filter(name -> !set.names().contains(name))
                .sorted()
                .map(name -> fault("no mapping '" + name + "', which a route or a peer uses"))
                .toList());
        faults.addAll(setup.fits().apply(set));
        return faults;
    }

    static MappingProblem fault(String text) {
        return new MappingProblem(".", 0, 0, MappingProblem.Severity.ERROR, "set", text);
    }

    /** @throws MappingProblems with all of them, if there is one */
    static void requireNone(List<MappingProblem> problems) {
        if (!problems.isEmpty()) {
            throw new MappingProblems(new ArrayList<>(problems));
        }
    }

    /** The first errors in one line, for the log. */
    static String shown(List<MappingProblem> problems) {
        List<MappingProblem> errors =
                problems.stream().filter(MappingProblem::isError).toList();
        String first =
                errors.stream().limit(SHOWN).map(MappingProblem::toString).collect(Collectors.joining("; "));
        return errors.size() > SHOWN ? first + "; and " + (errors.size() - SHOWN) + " more" : first;
    }
}
