package org.hotlinegateway.console;

import java.security.Principal;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.hotlinegateway.delivery.Unmapped;
import org.hotlinegateway.delivery.UnmappedCode;
import org.hotlinegateway.ledger.Publications;
import org.hotlinegateway.mapping.LiveMappings;
import org.hotlinegateway.mapping.MappingProblems;
import org.hotlinegateway.mapping.WentLive;
import org.hotlinegateway.workbench.SetDifference;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Which mapping set is live and at which gateway, in what two sets differ, how to publish one and how to go back, and
 * which rows the code tables lack.
 */
@RestController
@RequestMapping("/staff/api/v1")
final class MappingsApi {
    private static final int SHOWN = 200;
    private static final Duration SILENT_AFTER = Duration.ofMinutes(1);

    private final LiveMappings mappings;
    private final Publications publications;
    private final KnownSets known;
    private final Unmapped unmapped;
    private final Clock clock;

    MappingsApi(LiveMappings mappings, Publications publications, Unmapped unmapped, Clock clock) {
        this.mappings = mappings;
        this.publications = publications;
        this.known = new KnownSets(mappings, publications);
        this.unmapped = unmapped;
        this.clock = clock;
    }

    /**
     * Which set, and why.
     *
     * @param digest a digest or its beginning; absent: the one set that can be meant
     */
    record Wanted(@Nullable String digest, @Nullable String reason) {
        String because() {
            return new StaffApi.Because(reason).checked();
        }
    }

    @GetMapping("/mappings")
    MappingsView mappings() {
        return MappingsView.of(
                mappings,
                publications.history(SHOWN + 1),
                publications.instances(clock.instant().minus(SILENT_AFTER)));
    }

    @GetMapping("/mappings/{before}/diff/{after}")
    SetDifference difference(@PathVariable String before, @PathVariable String after) {
        return SetDifference.between(before, files(before), after, files(after));
    }

    private Map<String, byte[]> files(String name) {
        return known.files(name).orElseThrow(StaffProblem::setNotKept);
    }

    @GetMapping("/unmapped")
    List<UnmappedCode> unmapped() {
        return unmapped.open();
    }

    /** Goes back; without a digest, to the set that was live before this one. */
    @PostMapping("/mappings/rollback")
    MappingsView.Entry rollback(@RequestBody Wanted wanted, Principal who) {
        String reason = wanted.because();
        String digest = (wanted.digest() == null ? known.previous() : known.digest(wanted.digest()))
                .orElseThrow(StaffProblem::setNotKept);
        return live(() -> mappings.rollback(digest, who.getName(), reason), StaffProblem::setNotKept);
    }

    /** Publishes the edited files that wait for it. */
    @PostMapping("/mappings/publish")
    MappingsView.Entry publish(@RequestBody Wanted wanted, Principal who) {
        String reason = wanted.because();
        String digest = mappings.candidate()
                .map(one -> one.set().digest())
                .filter(one -> wanted.digest() == null || KnownSets.isMeant(one, wanted.digest()))
                .orElseThrow(StaffProblem::noCandidate);
        return live(() -> mappings.publish(digest, who.getName(), reason), StaffProblem::noCandidate);
    }

    private static MappingsView.Entry live(Supplier<Optional<WentLive>> change, Supplier<StaffProblem> otherwise) {
        try {
            return MappingsView.Entry.of(change.get().orElseThrow(otherwise));
        } catch (MappingProblems problems) {
            throw StaffProblem.setUnusable(String.valueOf(problems.getMessage()));
        }
    }
}
