package org.hotlinegateway.mapping;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * What a gateway goes by when it follows its mapping files.
 *
 * @param folder the files
 * @param archive every set that was live here
 * @param shared what gateways that work together run
 * @param clock time of publications
 * @param needed names a set must have to go live, asked for at every change
 * @param fits what else is wrong with a set, such as the rules of casework in it
 * @param reviewed whether a preview of the set with this digest was reviewed; null when none is required
 */
public record LiveSetup(
        Path folder,
        SetArchive archive,
        SharedSets shared,
        InstantSource clock,
        Supplier<Set<String>> needed,
        Function<MappingSet, List<MappingProblem>> fits,
        @org.jspecify.annotations.Nullable Predicate<String> reviewed) {

    /** One gateway, no previews, nothing but mappings. */
    public static LiveSetup of(Path folder, SetArchive archive, InstantSource clock, Supplier<Set<String>> needed) {
        return new LiveSetup(folder, archive, SharedSets.ALONE, clock, needed, set -> List.of(), null);
    }

    /** These, agreeing with other gateways. */
    public LiveSetup sharing(SharedSets sets) {
        return new LiveSetup(folder, archive, sets, clock, needed, fits, reviewed);
    }

    /** These, with a further condition on every set. */
    public LiveSetup fitting(Function<MappingSet, List<MappingProblem>> condition) {
        return new LiveSetup(folder, archive, shared, clock, needed, condition, reviewed);
    }

    /** These, with edited files waiting until a preview of theirs was reviewed and somebody publishes them. */
    public LiveSetup onlyReviewed(Predicate<String> isReviewed) {
        return new LiveSetup(folder, archive, shared, clock, needed, fits, isReviewed);
    }
}
