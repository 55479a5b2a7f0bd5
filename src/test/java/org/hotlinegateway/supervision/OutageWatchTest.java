package org.hotlinegateway.supervision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.hotlinegateway.ledger.Alert;
import org.hotlinegateway.ledger.Alerts;
import org.hotlinegateway.ledger.Books;
import org.hotlinegateway.ledger.LedgerSettings;
import org.hotlinegateway.ledger.MovableClock;
import org.hotlinegateway.ledger.SqlLedger;
import org.hotlinegateway.ledger.Watches;
import org.hotlinegateway.ledger.Watches.Outage;
import org.hotlinegateway.ledger.Watches.Pulse;
import org.hotlinegateway.vault.FieldCipher;
import org.hotlinegateway.vault.KeyRing;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An outage is told once, though the gateway dies at every step between telling it and noting that it was told. */
class OutageWatchTest {
    private static final String PEER = "hotline";

    private final MovableClock clock = new MovableClock("2021-09-02T09:10:00+08:00");
    private final Instant begin = clock.instant();
    private Pulse pulse = new Pulse(PEER, null, null, begin);
    private boolean dies;
    private SqlLedger ledger;
    private Watches watches;
    private Alerts alerts;

    private static final class Death extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    @BeforeEach
    void open(@TempDir Path folder) {
        ledger = SqlLedger.open(
                LedgerSettings.at("jdbc:sqlite:" + folder.resolve("ledger.db")),
                new FieldCipher(KeyRing.parse(KeyRing.generate())),
                clock,
                cause -> {});
        watches = Books.watches(ledger);
        alerts = Books.alerts(ledger);
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    @Test
    void everyStepIsToldOnceThoughTheGatewayDiesBeforeItNotesIt() {
        clock.move(Duration.ofMinutes(3));
        dieAndLookAgain();
        assertThat(told()).containsExactly("OUTAGE_BEGUN");

        clock.move(Duration.ofMinutes(31));
        look();
        look();
        assertThat(told()).containsExactly("OUTAGE_BEGUN", "OUTAGE_LASTS");

        Instant back = clock.instant();
        pulse = new Pulse(PEER, null, back, null);
        dieAndLookAgain();
        assertThat(told()).containsExactly("OUTAGE_BEGUN", "OUTAGE_LASTS");
        dieAndLookAgain();
        look();
        assertThat(told()).containsExactly("OUTAGE_BEGUN", "OUTAGE_LASTS", "OUTAGE_OVER");
        assertThat(watches.outages(10)).containsExactly(new Outage(PEER, begin, back, clock.instant(), 0));
    }

    /** The gateway dies where it would note what it told; the next one looks at the same. */
    private void dieAndLookAgain() {
        dies = true;
        assertThatThrownBy(this::look).isInstanceOf(Death.class);
        dies = false;
        look();
    }

    private void look() {
        Alarm alarm = new Alarm(alerts, List.of(), clock, Duration.ofHours(24));
        new OutageWatch(dying(), ledger, alarm, clock, settings()).look();
    }

    private Watches dying() {
        return (Watches) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Watches.class}, (self, method, given) -> {
                    if (method.getName().equals("pulses")) {
                        return List.of(pulse);
                    }
                    if (dies && method.getName().equals("keep")) {
                        throw new Death();
                    }
                    return method.invoke(watches, given);
                });
    }

    private static AlertSettings settings() {
        return new AlertSettings(
                null,
                null,
                Duration.ofMinutes(2),
                Duration.ofMinutes(30),
                Duration.ofMinutes(30),
                Duration.ofHours(24));
    }

    /** Kinds of what was told, oldest first. */
    private List<String> told() {
        return alerts.alerts(10).stream()
                .sorted(Comparator.comparingLong(Alert::id))
                .map(Alert::kind)
                .toList();
    }
}
