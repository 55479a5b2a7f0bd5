package org.hotlinegateway.mapping;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.hotlinegateway.mapping.WentLive.Cause;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the live mapping set in step with the files of a folder. Files that rest unchanged between two looks are checked
 * and tested as a whole; only a set without an error goes live, and every set that does is kept and recorded first.
 */
public final class LiveMappings {
    private static final Logger LOG = LoggerFactory.getLogger(LiveMappings.class);
    private static final int SHOWN = 10;
    private static final String GATEWAY = "gateway";

    private final Path folder;
    private final SetArchive archive;
    private final InstantSource clock;
    private final Supplier<Set<String>> needed;
    private final MappingSets sets;
    private volatile WentLive live;
    private volatile @Nullable RefusedFiles refused;
    private String seen = "";
    private String judgedOutline = "";
    private String judged;
    private boolean stuck;

    private LiveMappings(
            Path folder, SetArchive archive, InstantSource clock, Supplier<Set<String>> needed, Opening opening) {
        this.folder = folder;
        this.archive = archive;
        this.clock = clock;
        this.needed = needed;
        this.sets = new MappingSets(opening.set());
        this.live = opening.live();
        this.refused = opening.refused();
        this.judged = opening.files();
    }

    /** What the gateway starts with. */
    private record Opening(
            MappingSet set, WentLive live, @Nullable RefusedFiles refused, String files) {}

    /**
     * Starts with the set of the folder. A rollback stands as long as nobody edits a file; files that are refused leave
     * the set in charge that was live last.
     *
     * @param needed names a set must have to go live, asked for at every change
     * @throws MappingProblems when the files are refused and no set was ever live
     */
    public static LiveMappings start(
            Path folder, SetArchive archive, InstantSource clock, Supplier<Set<String>> needed) {
        return new LiveMappings(folder, archive, clock, needed, opening(folder, archive, clock));
    }

    private static Opening opening(Path folder, SetArchive archive, InstantSource clock) {
        FolderSnapshot snapshot = FolderSnapshot.of(folder);
        String files = snapshot.fingerprint();
        Optional<WentLive> last = archive.last().filter(entry -> archive.holds(entry.digest()));
        if (last.isEmpty()) {
            return first(archive, clock, snapshot.load(), files);
        }
        WentLive before = last.get();
        if (before.cause() == Cause.ROLLBACK && before.files().equals(files)) {
            return new Opening(kept(archive, before), before, null, files);
        }
        try {
            MappingSet set = snapshot.load();
            if (set.digest().equals(before.digest())) {
                return new Opening(set, before, null, files);
            }
            requireNone(snapshot.failedTests(set));
            return first(archive, clock, set, files);
        } catch (MappingProblems problems) {
            LOG.error("mapping files refused, starting with set {}: {}", before.digest(), shown(problems.problems()));
            RefusedFiles refused = new RefusedFiles(clock.instant(), files, problems.problems());
            return new Opening(kept(archive, before), before, refused, files);
        }
    }

    private static Opening first(SetArchive archive, InstantSource clock, MappingSet set, String files) {
        WentLive entry =
                new WentLive(clock.instant(), set.digest(), Cause.START, GATEWAY, "files found at the start", files);
        archive.keep(set);
        archive.record(entry);
        return new Opening(set, entry, null, files);
    }

    private static MappingSet kept(SetArchive archive, WentLive entry) {
        return archive.open(entry.digest()).orElseThrow();
    }

    public MappingSets sets() {
        return sets;
    }

    public SetArchive archive() {
        return archive;
    }

    /** Since when and why the live set is live. */
    public WentLive live() {
        return live;
    }

    /** Why the folder's files are not live, if they were refused. */
    public Optional<RefusedFiles> refused() {
        return Optional.ofNullable(refused);
    }

    /** Looks at the folder; a change that has come to rest since the last look is judged. */
    public synchronized void look() {
        try {
            String now = FolderSnapshot.outline(folder);
            boolean atRest = now.equals(seen);
            seen = now;
            if (atRest && !now.equals(judgedOutline)) {
                judge(now);
            }
            stuck = false;
        } catch (UncheckedIOException e) {
            if (!stuck) {
                LOG.warn("mapping files cannot be followed, set {} stays live", live.digest(), e);
            }
            stuck = true;
        }
    }

    private void judge(String outline) {
        FolderSnapshot snapshot = FolderSnapshot.of(folder);
        if (!FolderSnapshot.outline(folder).equals(outline)) {
            return;
        }
        String files = snapshot.fingerprint();
        if (!files.equals(judged)) {
            judge(snapshot, files);
        }
        judged = files;
        judgedOutline = outline;
    }

    private void judge(FolderSnapshot snapshot, String files) {
        try {
            MappingSet set = snapshot.load();
            if (!set.digest().equals(live.digest())) {
                requireNone(absent(set));
                requireNone(snapshot.failedTests(set));
                goLive(set, Cause.FILES, GATEWAY, Differences.between(sets.current(), set), files);
            } else if (refused != null) {
                LOG.info("mapping files are those of the live set {} again", set.digest());
            }
            refused = null;
        } catch (MappingProblems problems) {
            refuse(files, problems.problems());
        } catch (UncheckedIOException e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.warn("mapping files could not be judged", e);
            refuse(
                    files,
                    List.of(problem(
                            "the files could not be judged: " + e.getClass().getSimpleName())));
        }
    }

    private void refuse(String files, List<MappingProblem> problems) {
        RefusedFiles now = new RefusedFiles(clock.instant(), files, problems);
        refused = now;
        LOG.warn("mapping files refused, set {} stays live: {}", live.digest(), shown(now.problems()));
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
        Optional<MappingSet> set = archive.open(digest);
        set.ifPresent(found -> {
            requireNone(absent(found));
            String files = FolderSnapshot.of(folder).fingerprint();
            goLive(found, Cause.ROLLBACK, by, reason, files);
            judged = files;
        });
        return set.map(found -> live);
    }

    private void goLive(MappingSet set, Cause cause, String by, String reason, String files) {
        WentLive entry = new WentLive(clock.instant(), set.digest(), cause, by, reason, files);
        archive.keep(set);
        archive.record(entry);
        sets.replace(set);
        live = entry;
        LOG.info("mapping set {} is live by {} of {}: {}", entry.digest(), cause, entry.by(), entry.reason());
    }

    private List<MappingProblem> absent(MappingSet set) {
        return needed.get().stream()
                .filter(name -> !set.names().contains(name))
                .sorted()
                .map(name -> problem("no mapping '" + name + "', which a route or a peer uses"))
                .toList();
    }

    private static MappingProblem problem(String text) {
        return new MappingProblem(".", 0, 0, MappingProblem.Severity.ERROR, "set", text);
    }

    private static void requireNone(List<MappingProblem> problems) {
        if (!problems.isEmpty()) {
            throw new MappingProblems(new ArrayList<>(problems));
        }
    }

    private static String shown(List<MappingProblem> problems) {
        List<MappingProblem> errors =
                problems.stream().filter(MappingProblem::isError).toList();
        String first =
                errors.stream().limit(SHOWN).map(MappingProblem::toString).collect(Collectors.joining("; "));
        return errors.size() > SHOWN ? first + "; and " + (errors.size() - SHOWN) + " more" : first;
    }
}
