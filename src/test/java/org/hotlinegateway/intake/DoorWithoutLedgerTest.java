package org.hotlinegateway.intake;

import static org.assertj.core.api.Assertions.assertThat;

import org.hotlinegateway.intake.Knock.Answer;
import org.junit.jupiter.api.Test;
import org.springframework.test.annotation.DirtiesContext;

@DirtiesContext
class DoorWithoutLedgerTest extends AtTheDoor {
    @Test
    void aMessageThatCannotBeKeptIsNeverAcknowledged() throws Exception {
        ((AutoCloseable) ledger).close();
        assertUnavailable(window().send());
        assertUnavailable(window().bearer("demo-window").send());
        assertUnavailable(appointment().send());
        assertUnavailable(new Knock(port, "/api/v1/cases/BBCS-1")
                .method("GET")
                .bearer("demo-window")
                .send());
    }

    private static void assertUnavailable(Answer answer) {
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.code()).isEqualTo("unavailable");
        assertThat(answer.header("Retry-After")).isEqualTo("5");
    }
}
