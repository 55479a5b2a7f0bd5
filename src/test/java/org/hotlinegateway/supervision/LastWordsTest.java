package org.hotlinegateway.supervision;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.hotlinegateway.ledger.Alert;
import org.junit.jupiter.api.Test;

class LastWordsTest {
    private final List<String> heard = new CopyOnWriteArrayList<>();

    @Test
    void aLostLedgerIsToldOnEveryWayThoughOneFails() {
        new LastWords(
                        List.of(way("DEAF", this::refuse), way("OPEN", alert -> heard.add(alert.kind()))),
                        Clock.systemUTC())
                .say(new IOException("disk"));
        assertThat(heard).containsExactly("LEDGER_FATAL");
    }

    @Test
    void aReceiverThatHangsDoesNotKeepTheProcess() {
        CountDownLatch never = new CountDownLatch(1);
        Instant begin = Instant.now();
        new LastWords(List.of(way("HANGS", alert -> wait(never))), Clock.systemUTC()).say(new IOException("disk"));
        assertThat(Duration.between(begin, Instant.now())).isLessThan(Duration.ofSeconds(6));
    }

    private interface Sends {
        void send(Alert alert) throws IOException;
    }

    private void refuse(Alert alert) throws IOException {
        throw new IOException("deaf");
    }

    private static void wait(CountDownLatch latch) throws IOException {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    private static AlertWay way(String name, Sends sends) {
        return new AlertWay() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public void send(Alert alert) throws IOException {
                sends.send(alert);
            }
        };
    }
}
