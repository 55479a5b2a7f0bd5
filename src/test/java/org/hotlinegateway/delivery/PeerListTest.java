package org.hotlinegateway.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.hotlinegateway.ledger.PeerEntry;
import org.junit.jupiter.api.Test;

class PeerListTest {
    @Test
    void aPageIsReadWithItsTimesAndItsCursor() throws PeerList.NoPage {
        PeerList.Page page = page("""
                {"outcome": "LISTED", "cursor": "c2", "entries": [
                  {"key": "K1", "number": "N1", "state": "OPEN", "at": "2021-09-08T15:53:01+08:00"},
                  {"key": "K2", "state": "DONE"}]}""");
        assertThat(page.cursor()).isEqualTo("c2");
        assertThat(page.entries())
                .containsExactly(
                        new PeerEntry("K1", "N1", "OPEN", Instant.parse("2021-09-08T07:53:01Z"), null),
                        new PeerEntry("K2", null, "DONE", null, null));
    }

    @Test
    void aTimeThatIsNoneIsToldByItsPlaceAndNotByItsValue() {
        assertThatThrownBy(() -> page("""
                {"outcome": "LISTED", "entries": [
                  {"key": "K1", "state": "OPEN"}, {"key": "K2", "state": "OPEN", "at": "2021-09-08 15:53"}]}"""))
                .isInstanceOf(PeerList.NoPage.class)
                .hasMessage("the list cannot be read: entries[1].at is no time with an offset such as"
                        + " 2021-09-08T15:53:01+08:00");
    }

    @Test
    void aRefusalIsToldInThePeersWords() {
        assertThatThrownBy(() -> page("{\"outcome\": \"REFUSED\", \"code\": \"E9\", \"text\": \"稍后再来\"}"))
                .isInstanceOf(PeerList.NoPage.class)
                .hasMessage("the peer refused the list: E9 稍后再来");
    }

    private static PeerList.Page page(String listing) throws PeerList.NoPage {
        return PeerList.page(listing.getBytes(UTF_8));
    }
}
