package org.hotlinegateway.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hotlinegateway.mapping.WentLive.Cause;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Gateways that work together come to run the same set, whatever their folders hold. */
class SharedMappingsTest {
    private static final Instant NOW = Instant.parse("2021-09-08T07:53:01Z");

    @TempDir
    Path root;

    private final Ledger ledger = new Ledger();
    private final Set<String> reviewed = new HashSet<>();
    private boolean previews;

    @Test
    void anEditAtOneGoesLiveAtAll() {
        LiveMappings one = start("one", "01");
        LiveMappings two = start("two", "01");
        assertThat(ledger.published).hasSize(1);

        write("one", "02");
        look(one);
        two.look();
        assertThat(code(two)).isEqualTo("02");
        assertThat(two.live())
                .isEqualTo(new WentLive(
                        NOW, digest(one), Cause.FILES, "gateway at one", "edited: note.map.yaml", files("two"), 2));
        assertThat(code(start("two"))).as("after a restart").isEqualTo("02");
        assertThat(ledger.published).hasSize(2);
    }

    @Test
    void theLastToPublishWins() {
        LiveMappings one = start("one", "01");
        LiveMappings two = start("two", "01");
        write("one", "02");
        write("two", "03");
        look(one);
        look(two);
        look(one);
        assertThat(List.of(code(one), code(two))).containsExactly("03", "03");
    }

    @Test
    void aRollbackAtOneIsARollbackForAll() {
        LiveMappings one = start("one", "01");
        String first = digest(one);
        LiveMappings two = start("two", "01");
        write("one", "02");
        look(one);
        look(two);
        two.rollback(first, "staff", "wrong code").orElseThrow();
        look(one);
        assertThat(digest(one)).isEqualTo(first);
        assertThat(one.live().by()).isEqualTo("staff at two");
        look(one);
        look(two);
        assertThat(List.of(code(one), code(two))).containsExactly("01", "01");
    }

    @Test
    void aNewcomerCanGoBackToASetThatItNeverRan() {
        LiveMappings one = start("one", "01");
        String first = digest(one);
        write("one", "02");
        look(one);
        LiveMappings two = start("two", "02");
        assertThat(two.archive().holds(first)).isFalse();
        two.rollback(first, "staff", "r").orElseThrow();
        assertThat(code(two)).isEqualTo("01");
        assertThat(two.archive().holds(first)).isTrue();
    }

    @Test
    void filesEditedWhileAGatewayWasDownArePublishedWhenItStarts() {
        LiveMappings one = start("one", "01");
        start("two", "01");
        LiveMappings two = start("two", "02");
        look(one);
        assertThat(List.of(code(one), code(two))).containsExactly("02", "02");
        assertThat(two.live().cause()).isEqualTo(Cause.START);
    }

    @Test
    void filesOfAnEarlierSetDoNotUndoWhatOthersPublishedSince() {
        LiveMappings one = start("one", "01");
        write("one", "02");
        look(one);
        LiveMappings late = start("late", "01");
        assertThat(code(late)).isEqualTo("02");
        look(late);
        assertThat(code(late)).isEqualTo("02");
        assertThat(ledger.published).hasSize(2);
    }

    @Test
    void anEditTakenBackWhileTheOnlyGatewayWasDownIsTakenBack() {
        LiveMappings one = start("one", "01");
        write("one", "02");
        look(one);
        assertThat(code(start("one", "01"))).isEqualTo("01");
        assertThat(ledger.published).hasSize(3);
    }

    @Test
    void filesOfASharedFolderArePublishedOnce() {
        LiveMappings one = start("one", "01");
        LiveMappings two = start("two", "01");
        write("one", "02");
        write("two", "02");
        look(one);
        look(two);
        assertThat(ledger.published).hasSize(2);
        assertThat(two.live().number()).isEqualTo(one.live().number());
    }

    @Test
    void aSetThatCannotRunHereIsNotTakenAndSaidOnce() {
        LiveMappings one = start("one", "01");
        LiveMappings two = LiveMappings.start(setup("two", "01")
                .fitting(set -> set.contents().size() > 1
                        ? List.of(
                                new MappingProblem("policy/x.yaml", 3, 1, MappingProblem.Severity.ERROR, "rules", "no"))
                        : List.of()));
        write("one", "02");
        write("one", "policy/x.yaml", "a: 1\n");
        look(one);
        look(two);
        assertThat(code(two)).isEqualTo("01");
        assertThat(two.notTaken().orElseThrow().digest()).isEqualTo(digest(one));
        assertThat(two.notTaken().orElseThrow().problems())
                .extracting(MappingProblem::toString)
                .containsExactly("policy/x.yaml:3:1: no");
        Instant since = two.live().at();
        two.rollback(digest(two), "staff", "r");
        assertThat(two.live().at()).isEqualTo(since);
    }

    @Test
    void editedFilesWaitUntilTheLedgerIsBack() {
        LiveMappings one = start("one", "01");
        write("one", "02");
        ledger.away = true;
        one.lookAtFiles();
        one.lookAtFiles();
        assertThat(code(one)).isEqualTo("01");
        assertThat(one.refused()).isEmpty();
        ledger.away = false;
        one.lookAtFiles();
        assertThat(code(one)).isEqualTo("02");
    }

    @Test
    void whenPreviewsAreRequiredAnEditWaitsForAReviewAndForAPerson() {
        previews = true;
        LiveMappings one = start("one", "01");
        write("one", "02");
        look(one);
        assertThat(code(one)).isEqualTo("01");
        Candidate waiting = one.candidate().orElseThrow();
        String digest = waiting.set().digest();
        assertThat(waiting.edited()).isEqualTo("edited: note.map.yaml");
        assertThat(code(start("one"))).as("after a restart").isEqualTo("01");

        assertThatThrownBy(() -> one.publish(digest, "staff", "r"))
                .isInstanceOf(MappingProblems.class)
                .hasMessage(".:0:0: no reviewed preview of this set. Expected one of exactly this digest");
        assertThat(one.publish("0".repeat(64), "staff", "r")).isEmpty();

        reviewed.add(digest);
        assertThat(one.publish(digest, "staff", "looked at last week").orElseThrow())
                .isEqualTo(new WentLive(NOW, digest, Cause.PUBLISHED, "staff", "looked at last week", files("one"), 2));
        assertThat(code(one)).isEqualTo("02");
        assertThat(one.candidate()).isEmpty();
    }

    @Test
    void aCandidateThatIsTakenBackOrBrokenNoLongerWaits() {
        previews = true;
        LiveMappings one = start("one", "01");
        write("one", "02");
        look(one);
        write("one", "01");
        look(one);
        assertThat(one.candidate()).isEmpty();
        write("one", "02");
        look(one);
        write("one", "note.map.yaml", "language: 1\n");
        look(one);
        assertThat(one.candidate()).isEmpty();
        assertThat(one.refused()).isPresent();
    }

    private LiveMappings start(String name, String code) {
        return LiveMappings.start(setup(name, code));
    }

    private LiveMappings start(String name) {
        return LiveMappings.start(setup(name));
    }

    private LiveSetup setup(String name, String code) {
        write(name, code);
        return setup(name);
    }

    private LiveSetup setup(String name) {
        LiveSetup setup = LiveSetup.of(
                        root.resolve(name),
                        new SetArchive(root.resolve(name + "-sets")),
                        InstantSource.fixed(NOW),
                        Set::of)
                .sharing(ledger.of(name));
        return previews ? setup.onlyReviewed(reviewed::contains) : setup;
    }

    private static void look(LiveMappings mappings) {
        mappings.look();
        mappings.look();
    }

    private static String digest(LiveMappings mappings) {
        return mappings.sets().current().digest();
    }

    private String files(String name) {
        return FolderSnapshot.of(root.resolve(name)).fingerprint();
    }

    private static String code(LiveMappings mappings) {
        byte[] made = mappings.sets()
                .current()
                .mapping("note")
                .apply("{}".getBytes(StandardCharsets.UTF_8), MappingContext.at(NOW))
                .bytes();
        return new String(made, StandardCharsets.UTF_8).replaceAll("\\D", "");
    }

    private void write(String name, String code) {
        write(name, "note.map.yaml", """
                language: 1
                mapping: note
                version: 1
                title: note
                source: { format: json }
                target: { format: json }
                zone: Asia/Shanghai
                rules:
                  code: { const: "%s" }
                """.formatted(code));
    }

    private void write(String name, String file, String text) {
        try {
            Path path = root.resolve(name).resolve(file);
            Files.createDirectories(path.getParent());
            Files.writeString(path, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the gateways agree on, held in memory. */
    private static final class Ledger {
        private final List<SharedSets.Published> published = new ArrayList<>();
        private final Map<String, byte[]> zips = new HashMap<>();
        private boolean away;

        SharedSets of(String instance) {
            return new SharedSets() {
                @Override
                public Optional<Published> newest() {
                    return published.isEmpty() ? Optional.empty() : Optional.of(seen(published.size() - 1));
                }

                private Published seen(int at) {
                    Published one = published.get(at);
                    return new Published(
                            one.number(),
                            one.digest(),
                            one.at(),
                            one.cause(),
                            one.by(),
                            one.instance().equals(instance) ? "" : one.instance(),
                            one.reason());
                }

                @Override
                public Published publish(Proposal set) {
                    if (away) {
                        throw new SharedSetsAway(new IllegalStateException("down"));
                    }
                    if (newest().filter(one -> one.digest().equals(set.digest()))
                            .isEmpty()) {
                        zips.put(set.digest(), set.zip());
                        published.add(new Published(
                                published.size() + 1,
                                set.digest(),
                                set.at(),
                                set.cause(),
                                set.by(),
                                instance,
                                set.reason()));
                    }
                    return newest().orElseThrow();
                }

                @Override
                public boolean holds(String digest) {
                    return zips.containsKey(digest);
                }

                @Override
                public Optional<byte[]> zip(String digest) {
                    return Optional.ofNullable(zips.get(digest));
                }
            };
        }
    }
}
