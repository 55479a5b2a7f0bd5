package org.hotlinegateway.supervision;

import java.io.IOException;
import java.time.Clock;
import java.util.List;
import org.hotlinegateway.ledger.Alert;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says that the ledger is lost, past the ledger: directly, once, and not for long, because the process must end. */
public final class LastWords {
    private static final Logger LOG = LoggerFactory.getLogger(LastWords.class);
    private static final long AT_MOST_MILLIS = 3_000;

    private final List<AlertWay> ways;
    private final Clock clock;

    LastWords(List<AlertWay> ways, Clock clock) {
        this.ways = List.copyOf(ways);
        this.clock = clock;
    }

    /** Returns after three seconds at the latest. */
    public void say(Throwable cause) {
        Alert alert = new Alert(
                0,
                "ledger-fatal/" + clock.millis(),
                "LEDGER_FATAL",
                "ledger",
                clock.instant(),
                "台账的磁盘不可信,网关退出,等待重启。",
                "{\"cause\":\"" + cause.getClass().getSimpleName() + "\"}",
                List.of());
        Thread thread = new Thread(() -> send(alert), "last-words");
        thread.setDaemon(true);
        thread.start();
        try {
            thread.join(AT_MOST_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void send(Alert alert) {
        for (AlertWay way : ways) {
            try {
                way.send(alert);
            } catch (IOException | RuntimeException e) {
                LOG.warn("last words not sent by {}", way.name());
            }
        }
    }
}
