package org.hotlinegateway.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every ledger keeps to about mapping sets, whatever database is under it. */
abstract class PublicationContract extends LedgerFixture {
    private static final String A = "a".repeat(64);
    private static final String B = "b".repeat(64);

    @Test
    void nothingIsPublishedAtFirst() {
        assertThat(sets().newest()).isEmpty();
        assertThat(sets().history(10)).isEmpty();
        assertThat(sets().holds(A)).isFalse();
        assertThat(sets().files(A)).isEmpty();
    }

    @Test
    void theNewestIsTheOneToRunAndEverySetIsKept() {
        Publication first = publish(A, "one");
        clock.move(Duration.ofSeconds(5));
        Publication second = publish(B, "two");
        Publication third = publish(A, "two");

        assertThat(second)
                .isEqualTo(new Publication(
                        second.number(), B, Sample.NOW.plusSeconds(5), "files", "gateway", "two", "edited: " + B));
        assertThat(sets().newest()).contains(third);
        assertThat(sets().history(10)).containsExactly(third, second, first);
        assertThat(sets().history(1)).containsExactly(third);
        assertThat(sets().files(B))
                .hasValueSatisfying(files -> assertThat(files).isEqualTo(Sample.bytes(B)));
        assertThat(sets().holds(B)).isTrue();
    }

    @Test
    void aSetThatIsTheOneToRunAlreadyIsNotPublishedAgain() {
        Publication first = publish(A, "one");
        assertThat(publish(A, "two")).isEqualTo(first);
        assertThat(sets().history(10)).containsExactly(first);
    }

    @Test
    void manyWhoPublishTheSameSetAtOncePublishItOnce() {
        Publications other = second().publications();
        List<CompletableFuture<Publication>> all = IntStream.range(0, 40)
                .mapToObj(i -> (i % 2 == 0 ? sets() : other).publish(set(A, "one")))
                .toList();
        assertThat(all.stream().map(CompletableFuture::join).distinct()).hasSize(1);
    }

    @Test
    void anInstanceSaysWhatItRunsAndIsForgottenWhenItIsSilent() {
        sets().running("one", A, 1, Sample.NOW, null).join();
        clock.move(Duration.ofMinutes(1));
        sets().running("two", A, 1, Sample.NOW, null).join();
        sets().running("two", B, 2, clock.instant(), "a mapping is absent").join();

        InstanceState one = new InstanceState("one", A, 1, Sample.NOW, Sample.NOW, null);
        InstanceState two = new InstanceState("two", B, 2, clock.instant(), clock.instant(), "a mapping is absent");
        assertThat(sets().instances(Sample.NOW)).containsExactly(one, two);
        assertThat(sets().instances(clock.instant())).containsExactly(two);
    }

    /** A second gateway where the database allows one, else the same. */
    abstract SqlLedger second();

    private Publications sets() {
        return ledger.publications();
    }

    private Publication publish(String digest, String instance) {
        return sets().publish(set(digest, instance)).join();
    }

    private static NewPublication set(String digest, String instance) {
        return new NewPublication(digest, Sample.bytes(digest), "files", "gateway", instance, "edited: " + digest);
    }
}
