package org.hotlinegateway.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import org.hotlinegateway.ledger.LedgerSettings;
import org.hotlinegateway.ledger.SqlLedger;
import org.hotlinegateway.vault.FieldCipher;
import org.hotlinegateway.vault.KeyRing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who vouches for which mapping set. */
class ReviewsTest {
    @TempDir
    Path folder;

    @Test
    void theLastReviewOfASetCountsAndOutlivesTheProcess() {
        FieldCipher cipher = new FieldCipher(KeyRing.parse(KeyRing.generate()));
        Review first = review("一看");
        Review second = review("二看");
        try (SqlLedger ledger = open(cipher)) {
            Reviews reviews = new Reviews(ledger);
            assertThat(reviews.reviewed("c".repeat(64))).isEmpty();
            reviews.keep(first);
            assertThat(reviews.reviewed("c".repeat(64))).contains(first);
            reviews.keep(second);
        }
        try (SqlLedger ledger = open(cipher)) {
            assertThat(new Reviews(ledger).reviewed("c".repeat(64))).contains(second);
            assertThat(new Reviews(ledger).reviewed("d".repeat(64))).isEmpty();
        }
    }

    private SqlLedger open(FieldCipher cipher) {
        LedgerSettings settings = LedgerSettings.at("jdbc:sqlite:" + folder.resolve("ledger.db"));
        return SqlLedger.open(settings, cipher, Clock.systemUTC(), cause -> {});
    }

    private static Review review(String reason) {
        Instant noon = Instant.parse("2021-09-08T04:00:00Z");
        return new Review(
                "c".repeat(64), "b".repeat(64), "P1", noon, noon.plusSeconds(60), 10, 2, 1, "staff", reason, noon);
    }
}
