package org.hotlinegateway.console;

import java.nio.file.Path;
import java.security.Principal;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.hotlinegateway.ledger.Period;
import org.hotlinegateway.ledger.Publications;
import org.hotlinegateway.mapping.FolderSnapshot;
import org.hotlinegateway.mapping.LiveMappings;
import org.hotlinegateway.mapping.MappingProblems;
import org.hotlinegateway.mapping.MappingSet;
import org.hotlinegateway.workbench.PreviewView;
import org.hotlinegateway.workbench.Previews;
import org.hotlinegateway.workbench.Review;
import org.hotlinegateway.workbench.SetShelf;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What a mapping set would make of recorded traffic, beside the live one; and who has looked at that. */
@RestController
@RequestMapping("/staff/api/v1/mappings/previews")
final class PreviewsApi {
    private static final Duration LAST_WEEK = Duration.ofDays(7);
    private static final String FOLDER = "folder";

    private final Previews previews;
    private final LiveMappings mappings;
    private final KnownSets known;
    private final SetShelf sets;
    private final Clock clock;
    private final Path folder;

    PreviewsApi(
            Previews previews,
            LiveMappings mappings,
            Publications publications,
            SetShelf sets,
            Clock clock,
            @Value("${gateway.mappings-dir}") Path folder) {
        this.previews = previews;
        this.mappings = mappings;
        this.known = new KnownSets(mappings, publications);
        this.sets = sets;
        this.clock = clock;
        this.folder = folder;
    }

    /**
     * What to look at.
     *
     * @param candidate a digest or its beginning, {@code live}, {@code previous}, or {@code folder}: the files as they are
     *     now; absent: likewise
     * @param since with offset; absent: a week ago
     * @param until with offset, exclusive; absent: now
     * @param peer absent: all
     */
    record Wanted(
            @Nullable String candidate,
            @Nullable String since,
            @Nullable String until,
            @Nullable String peer) {}

    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    PreviewView start(@RequestBody Wanted wanted, Principal who) {
        Instant now = clock.instant();
        Period period =
                new Period(time(wanted.since(), now.minus(LAST_WEEK)), time(wanted.until(), now), wanted.peer());
        MappingSet live = mappings.sets().current();
        return previews.start(live, candidate(wanted.candidate(), live), period, who.getName())
                .orElseThrow(StaffProblem::tooManyPreviews);
    }

    private MappingSet candidate(@Nullable String wanted, MappingSet live) {
        if (wanted != null && !wanted.equals(FOLDER)) {
            return known.digest(wanted).flatMap(sets::open).orElseThrow(StaffProblem::setNotKept);
        }
        try {
            return FolderSnapshot.of(folder).load(live);
        } catch (MappingProblems problems) {
            throw StaffProblem.setUnusable(String.valueOf(problems.getMessage()));
        }
    }

    private static Instant time(@Nullable String text, Instant otherwise) {
        try {
            return text == null ? otherwise : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw StaffProblem.noTime();
        }
    }

    @GetMapping
    List<PreviewView> all() {
        return previews.all();
    }

    @GetMapping("/{id}")
    PreviewView one(@PathVariable String id) {
        return previews.find(id).orElseThrow(StaffProblem::noPreview);
    }

    @PostMapping("/{id}/cancel")
    PreviewView cancel(@PathVariable String id) {
        return previews.cancel(id).orElseThrow(StaffProblem::noPreview);
    }

    /** Vouches for the candidate. */
    @PostMapping("/{id}/review")
    Review review(@PathVariable String id, @RequestBody StaffApi.Because because, Principal who) {
        one(id);
        return previews.reviewed(id, who.getName(), because.checked()).orElseThrow(StaffProblem::previewNotDone);
    }
}
