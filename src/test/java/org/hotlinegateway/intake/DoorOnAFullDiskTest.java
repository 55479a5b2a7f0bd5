package org.hotlinegateway.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.hotlinegateway.intake.Knock.Answer;
import org.junit.jupiter.api.Test;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;

/** No disk has so much room as is asked for here. */
@DirtiesContext
@TestPropertySource(properties = "gateway.ledger.keep-free=8000TB")
class DoorOnAFullDiskTest extends AtTheDoor {
    @Test
    void newMessagesAreRefusedAsAProblemWhoeverSendsThem() {
        for (Knock knock : List.of(window(), hotline(), legacy(), appointment())) {
            Answer refused = knock.send();
            assertThat(refused.status()).isEqualTo(503);
            assertThat(refused.code()).isEqualTo("storage-nearly-full");
            assertThat(refused.header("Retry-After")).isEqualTo("5");
        }
    }

    @Test
    void filesAreRefusedToo() {
        Knock upload = new Knock(port, "/api/v1/window/attachments")
                .contentType(Form.TYPE)
                .bearer("demo-window");
        assertThat(upload.send().code()).isEqualTo("storage-nearly-full");
    }

    @Test
    void questionsAreAnswered() {
        Knock question = new Knock(port, "/api/v1/cases/BBCS-1").method("GET").bearer("demo-window");
        assertThat(question.send().status()).isEqualTo(404);
    }
}
