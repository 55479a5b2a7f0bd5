package org.hotlinegateway.mapping;

import java.util.List;
import java.util.Optional;
import org.hotlinegateway.mapping.SharedSets.Published;
import org.hotlinegateway.mapping.WentLive.Cause;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a gateway starts with. Files nobody has changed since it ran last follow the set in charge, so that a rollback or
 * another gateway's publication stands. Changed files are published, unless they are those of an earlier set and another
 * gateway has published since: then they are history. Refused files leave the set in charge running.
 */
record Opening(
        MappingSet set,
        WentLive live,
        @Nullable RefusedFiles refused,
        @Nullable Candidate candidate,
        String files) {
    private static final Logger LOG = LoggerFactory.getLogger(Opening.class);

    /** @throws MappingProblems when the files are refused and there is no set in charge */
    static Opening of(LiveSetup setup) {
        return new Choice(setup).made();
    }

    /** A choice between the files of the folder and the set in charge. */
    private static final class Choice {
        private final LiveSetup setup;
        private final FolderSnapshot folder;
        private final String files;
        private final Optional<WentLive> last;
        private final Optional<Published> newest;

        Choice(LiveSetup setup) {
            this.setup = setup;
            this.folder = FolderSnapshot.of(setup.folder());
            this.files = folder.fingerprint();
            this.last = setup.archive().last().filter(entry -> setup.archive().holds(entry.digest()));
            this.newest = setup.shared().newest();
        }

        Opening made() {
            Optional<Opening> inCharge = inCharge();
            if (inCharge.isEmpty()) {
                return published(judged(folder.load(), false));
            }
            boolean changed = last.filter(entry -> entry.files().equals(files)).isEmpty();
            return changed ? ofChanged(inCharge.get()) : inCharge.get();
        }

        /** The newest published set, else the last that was live here; empty when neither works under this gateway. */
        private Optional<Opening> inCharge() {
            try {
                return newest.map(this::opened).or(() -> last.map(this::opened)).filter(this::fits);
            } catch (MappingProblems problems) {
                LOG.warn("the mapping set that ran last does not load: {}", SetFaults.shown(problems.problems()));
                return Optional.empty();
            }
        }

        private Opening opened(Published published) {
            LiveMappings.keepFiles(setup, published.digest());
            MappingSet set = setup.archive().open(published.digest()).orElseThrow();
            WentLive entry = last.filter(before -> before.digest().equals(published.digest()))
                    .map(before -> before.numbered(published.number()))
                    .orElseGet(() -> WentLive.of(published, files));
            return new Opening(set, entry, null, null, files);
        }

        private Opening opened(WentLive entry) {
            MappingSet set = setup.archive().open(entry.digest()).orElseThrow();
            return new Opening(set, entry, null, null, files);
        }

        private boolean fits(Opening opening) {
            List<MappingProblem> problems = setup.fits().apply(opening.set());
            if (!problems.isEmpty()) {
                LOG.warn("the mapping set that ran last is of no use: {}", SetFaults.shown(problems));
            }
            return problems.isEmpty();
        }

        private Opening ofChanged(Opening inCharge) {
            try {
                MappingSet set = folder.load(inCharge.set());
                if (set.digest().equals(inCharge.set().digest())) {
                    return inCharge;
                }
                if (isHistory(set)) {
                    LOG.warn(
                            "the mapping files are those of the earlier set {}, set {} was published since and runs",
                            set.digest(),
                            inCharge.set().digest());
                    return inCharge;
                }
                judged(set, true);
                return setup.reviewed() == null ? published(set) : inCharge.waiting(candidate(set, inCharge));
            } catch (MappingProblems problems) {
                return inCharge.refusing(new RefusedFiles(setup.clock().instant(), files, problems.problems()));
            }
        }

        /** An earlier set, while somebody else has published since this gateway ran last. */
        private boolean isHistory(MappingSet set) {
            long lastNumber = last.map(WentLive::number).orElse(0L);
            return newest.filter(one -> one.number() > lastNumber).isPresent()
                    && setup.shared().holds(set.digest());
        }

        private MappingSet judged(MappingSet set, boolean tested) {
            SetFaults.requireNone(setup.fits().apply(set));
            SetFaults.requireNone(tested ? folder.failedTests(set) : List.of());
            return set;
        }

        private Candidate candidate(MappingSet set, Opening inCharge) {
            return new Candidate(set, setup.clock().instant(), files, Differences.between(inCharge.set(), set));
        }

        private Opening published(MappingSet set) {
            Published published = setup.shared()
                    .publish(new SharedSets.Proposal(
                            set.digest(),
                            SetArchive.zip(set),
                            setup.clock().instant(),
                            Cause.START,
                            LiveMappings.GATEWAY,
                            "files found at the start"));
            return new Opening(set, WentLive.of(published, files), null, null, files);
        }
    }

    private Opening waiting(Candidate waiting) {
        return new Opening(set, live, null, waiting, files);
    }

    private Opening refusing(RefusedFiles why) {
        LOG.error(
                "{} starting with mapping set {}: {}",
                LiveMappings.REFUSED,
                live.digest(),
                SetFaults.shown(why.problems()));
        return new Opening(set, live, why, null, files);
    }
}
