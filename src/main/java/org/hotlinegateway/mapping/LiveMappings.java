package org.hotlinegateway.mapping;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.hotlinegateway.mapping.SharedSets.Published;
import org.hotlinegateway.mapping.WentLive.Cause;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the live mapping set in step with the files of a folder and with what other gateways publish. Files that rest
 * unchanged between two looks are checked and tested as a whole; only a set without an error goes live, and every set
 * that does is published, kept and recorded first.
 */
public final class LiveMappings {
    static final String GATEWAY = "gateway";

    /** Begins the log line of an alarm about edited files. */
    static final String REFUSED = "MAPPING_FILES_REFUSED";

    private static final Logger LOG = LoggerFactory.getLogger(LiveMappings.class);

    private final LiveSetup setup;
    private final FolderWatch watch;
    private final MappingSets sets;
    private final TestsPassed tests = new TestsPassed();
    private volatile WentLive live;
    private volatile @Nullable RefusedFiles refused;
    private volatile @Nullable Candidate candidate;
    private volatile @Nullable NotTaken notTaken;
    private boolean stuck;
    private boolean away;

    private LiveMappings(LiveSetup setup, Opening opening) {
        this.setup = setup;
        this.watch = new FolderWatch(setup.folder(), opening.files());
        this.sets = new MappingSets(opening.set());
        this.live = opening.live();
        this.refused = opening.refused();
        this.candidate = opening.candidate();
    }

    /** A published set that cannot run here, by the number of its publication. */
    public record NotTaken(long number, String digest, List<MappingProblem> problems) {}

    /**
     * Starts with the set of the folder. A rollback stands as long as nobody edits a file; files that are refused leave
     * the set in charge that was live last.
     *
     * @param needed names a set must have to go live, asked for at every change
     * @throws MappingProblems when the files are refused and no set was ever live
     */
    public static LiveMappings start(
            Path folder, SetArchive archive, InstantSource clock, Supplier<Set<String>> needed) {
        return start(LiveSetup.of(folder, archive, clock, needed));
    }

    /**
     * Starts with the set in charge, or with the files of the folder when they were changed.
     *
     * @throws MappingProblems when the files are refused and there is no set in charge
     */
    public static LiveMappings start(LiveSetup setup) {
        Opening opening = Opening.of(setup);
        boolean recorded = setup.archive().last().filter(opening.live()::equals).isPresent();
        if (!recorded) {
            setup.archive().keep(opening.set());
            setup.archive().record(opening.live());
        }
        return new LiveMappings(setup, opening);
    }

    public MappingSets sets() {
        return sets;
    }

    public SetArchive archive() {
        return setup.archive();
    }

    /** The files of a set that was live here or at another gateway, by name; empty when there is none. */
    public Optional<Map<String, byte[]>> files(String digest) {
        return setup.archive().holds(digest)
                ? Optional.of(setup.archive().files(digest))
                : setup.shared().zip(digest).map(SetArchive::unzipped);
    }

    /** A set that was live here or at another gateway, compiled; empty when there is none. */
    public Optional<MappingSet> set(String digest) {
        boolean kept = setup.archive().holds(digest) || setup.shared().holds(digest);
        return kept ? Optional.of(fetched(digest)) : Optional.empty();
    }

    /** Since when and why the live set is live. */
    public WentLive live() {
        return live;
    }

    /** Why the folder's files are not live, if they were refused. */
    public Optional<RefusedFiles> refused() {
        return Optional.ofNullable(refused);
    }

    /** The edited files that wait to be published, if previews are required. */
    public Optional<Candidate> candidate() {
        return Optional.ofNullable(candidate);
    }

    /** The newest published set, if it cannot run here. */
    public Optional<NotTaken> notTaken() {
        return Optional.ofNullable(notTaken);
    }

    /** Looks at the folder, then at what others have published. */
    public void look() {
        lookAtFiles();
        lookAtShared();
    }

    /** Looks at the folder; a change that has come to rest since the last look is judged. */
    public synchronized void lookAtFiles() {
        try {
            watch.rested().ifPresent(this::judge);
            stuck = false;
        } catch (UncheckedIOException e) {
            if (!stuck) {
                LOG.warn("mapping files cannot be followed, set {} stays live", live.digest(), e);
            }
            stuck = true;
        }
    }

    /** Takes up the newest published set, if it is another one. */
    public synchronized void lookAtShared() {
        try {
            setup.shared()
                    .newest()
                    .filter(newest -> newest.number() != live.number())
                    .filter(newest -> notTaken == null || notTaken.number() != newest.number())
                    .ifPresent(this::take);
            away = false;
        } catch (SharedSetsAway e) {
            missed(e);
        }
    }

    private void missed(SharedSetsAway e) {
        if (!away) {
            LOG.warn("{}, set {} stays live: {}", e.getMessage(), live.digest(), String.valueOf(e.getCause()));
        }
        away = true;
    }

    private void take(Published newest) {
        if (newest.digest().equals(live.digest())) {
            live = live.numbered(newest.number());
            setup.archive().record(live);
            notTaken = null;
            return;
        }
        try {
            MappingSet set = fetched(newest.digest());
            SetFaults.requireNone(SetFaults.of(set, setup));
            goLive(set, newest);
        } catch (MappingProblems problems) {
            notTaken = new NotTaken(newest.number(), newest.digest(), problems.problems());
            LOG.error(
                    "MAPPING_SET_NOT_TAKEN {} of {} cannot run here, set {} stays live: {}",
                    newest.digest(),
                    newest.instance(),
                    live.digest(),
                    SetFaults.shown(problems.problems()));
        }
    }

    private void judge(FolderSnapshot snapshot) {
        String files = snapshot.fingerprint();
        try {
            MappingSet set = snapshot.load(sets.current());
            boolean running = set.digest().equals(live.digest());
            if (!running) {
                SetFaults.requireNone(SetFaults.of(set, setup));
                SetFaults.requireNone(tests.failed(set, snapshot.files()));
                offer(set, files);
            } else if (refused != null) {
                LOG.info("mapping files are those of the live set {} again", set.digest());
            }
            candidate = running ? null : candidate;
            refused = null;
        } catch (MappingProblems problems) {
            refuse(files, problems.problems());
        } catch (UncheckedIOException e) {
            throw e;
        } catch (SharedSetsAway e) {
            missed(e);
            return;
        } catch (RuntimeException e) {
            LOG.warn("mapping files could not be judged", e);
            refuse(
                    files,
                    List.of(SetFaults.fault(
                            "the files could not be judged: " + e.getClass().getSimpleName())));
        }
        watch.judged(files);
    }

    /** Publishes a set without a fault, or puts it aside for a person to publish. */
    private void offer(MappingSet set, String files) {
        String edited = Differences.between(sets.current(), set);
        if (setup.reviewed() == null) {
            publish(set, Cause.FILES, GATEWAY, edited, files);
            candidate = null;
        } else {
            candidate = new Candidate(set, setup.clock().instant(), files, edited);
            LOG.warn("mapping set {} waits for a reviewed preview and to be published: {}", set.digest(), edited);
        }
    }

    private void refuse(String files, List<MappingProblem> problems) {
        candidate = null;
        RefusedFiles now = new RefusedFiles(setup.clock().instant(), files, problems);
        refused = now;
        LOG.warn("{} set {} stays live: {}", REFUSED, live.digest(), SetFaults.shown(now.problems()));
    }

    /**
     * Makes a kept set the live one again, until somebody edits a file; empty when no such set is kept.
     *
     * @throws MappingProblems when a mapping that is in use now is not in that set
     */
    public synchronized Optional<WentLive> rollback(String digest, String by, String reason) {
        if (digest.equals(live.digest())) {
            return Optional.of(live);
        }
        return set(digest).map(set -> {
            SetFaults.requireNone(SetFaults.of(set, setup));
            return publish(set, Cause.ROLLBACK, by, reason, watch.judgeNow());
        });
    }

    /**
     * Publishes the files that wait for it; empty when none wait, or others than these.
     *
     * @throws MappingProblems when no preview of the set was reviewed
     */
    public synchronized Optional<WentLive> publish(String digest, String by, String reason) {
        Candidate waiting = candidate;
        if (waiting == null || !waiting.set().digest().equals(digest)) {
            return Optional.empty();
        }
        if (setup.reviewed() != null && !setup.reviewed().test(digest)) {
            throw new MappingProblems(Candidate.NOT_REVIEWED);
        }
        SetFaults.requireNone(SetFaults.of(waiting.set(), setup));
        WentLive entry = publish(waiting.set(), Cause.PUBLISHED, by, reason, waiting.files());
        candidate = null;
        return Optional.of(entry);
    }

    private WentLive publish(MappingSet set, Cause cause, String by, String reason, String files) {
        Published published = setup.shared()
                .publish(new SharedSets.Proposal(
                        set.digest(), SetArchive.zip(set), setup.clock().instant(), cause, by, reason));
        watch.judged(files);
        goLive(set, published);
        return live;
    }

    private void goLive(MappingSet set, Published published) {
        WentLive entry = WentLive.of(published, watch.judged());
        setup.archive().keep(set);
        setup.archive().record(entry);
        sets.replace(set);
        live = entry;
        notTaken = null;
        LOG.info("mapping set {} is live by {} of {}: {}", entry.digest(), entry.cause(), entry.by(), entry.reason());
    }

    /** A set from the archive, else from what was published; what is live of it already is taken over. */
    private MappingSet fetched(String digest) {
        keepFiles(setup, digest);
        return setup.archive().open(digest, sets.current()).orElseThrow();
    }

    /** Takes the files of a published set into the archive, unless they are there. */
    static void keepFiles(LiveSetup setup, String digest) {
        if (!setup.archive().holds(digest)) {
            setup.archive().keep(digest, setup.shared().zip(digest).orElseThrow());
        }
    }
}
