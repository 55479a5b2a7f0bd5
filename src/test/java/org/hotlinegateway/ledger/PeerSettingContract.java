package org.hotlinegateway.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import org.hotlinegateway.ledger.PeerSettings.Change;
import org.hotlinegateway.ledger.PeerSettings.Setting;
import org.hotlinegateway.ledger.PeerSettings.Wanted;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What staff set for peers, whatever database is under the ledger. */
abstract class PeerSettingContract extends LedgerFixture {

    @Test
    void whatIsSetSurvivesARestart() {
        set("hotline", "rate", "5", "one");
        set("window", "hold", "true", "two");
        ledger.close();

        ledger = open();

        assertThat(ledger.peerSettings().all())
                .containsExactly(
                        new Setting("hotline", "rate", "5", Sample.NOW, "operator", "one"),
                        new Setting("window", "hold", "true", Sample.NOW, "operator", "two"));
    }

    @Test
    void everyChangeIsKeptWithWhatItWasAndWhoAndWhy() {
        set("hotline", "rate", "5", "too many complaints");
        clock.move(Duration.ofSeconds(5));
        set("hotline", "rate", "2.5", "still too many");
        set("window", "rate", "1", "another peer");
        Change last = set("hotline", "rate", null, "as ever");

        assertThat(last.at()).isEqualTo(Sample.NOW.plusSeconds(5));
        assertThat(ledger.peerSettings().all()).extracting(Setting::peer).containsExactly("window");
        assertThat(ledger.peerSettings().changes("hotline", 10))
                .extracting(Change::was, Change::becomes, Change::by, Change::reason)
                .containsExactly(
                        tuple("2.5", null, "operator", "as ever"),
                        tuple("5", "2.5", "operator", "still too many"),
                        tuple(null, "5", "operator", "too many complaints"));
        assertThat(ledger.peerSettings().changes("hotline", 1)).containsExactly(last);
    }

    private Change set(String peer, String name, @Nullable String value, String reason) {
        return ledger.peerSettings()
                .set(new Wanted(peer, name, value, "operator", reason))
                .join();
    }
}
