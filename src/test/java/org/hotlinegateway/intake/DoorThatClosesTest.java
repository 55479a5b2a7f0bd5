package org.hotlinegateway.intake;

import static org.assertj.core.api.Assertions.assertThat;

import org.hotlinegateway.intake.Knock.Answer;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.annotation.DirtiesContext;

@DirtiesContext
class DoorThatClosesTest extends AtTheDoor {
    @Autowired
    private ClosingDoor door;

    @Test
    void whileTheGatewayStopsEveryMessageIsRefusedAndItsConnectionEnds() {
        door.stop();
        Answer refused = window().bearer("demo-window").send();
        door.start();

        assertThat(refused.status()).isEqualTo(503);
        assertThat(refused.code()).isEqualTo("unavailable");
        assertThat(refused.header("Retry-After")).isEqualTo("5");
        assertThat(refused.header("Connection")).isEqualTo("close");
        assertThat(window().bearer("demo-window").send().status()).isEqualTo(202);
    }
}
