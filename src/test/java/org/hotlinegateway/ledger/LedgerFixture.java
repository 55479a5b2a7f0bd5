package org.hotlinegateway.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hotlinegateway.vault.FieldCipher;
import org.hotlinegateway.vault.KeyRing;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** An open ledger of either kind, with a movable clock and a ringer that listens. */
abstract class LedgerFixture {
    static final Duration LEASE = Duration.ofSeconds(60);

    final MovableClock clock = new MovableClock(Sample.NOW);
    final KeyRing keys = KeyRing.parse(KeyRing.generate());
    final FieldCipher cipher = new FieldCipher(keys);
    final Ringing ringing = new Ringing();
    private final List<SqlLedger> opened = new ArrayList<>();
    SqlLedger ledger;

    /** Address of a database that is empty at the start of the test and the same during it. */
    abstract String url();

    @BeforeEach
    void openLedger() {
        ledger = open();
    }

    @AfterEach
    void closeLedgers() {
        opened.forEach(SqlLedger::close);
    }

    SqlLedger open() {
        return open(LedgerSettings.at(url()));
    }

    SqlLedger open(LedgerSettings settings) {
        SqlLedger fresh = SqlLedger.open(settings, cipher, clock, cause -> {});
        fresh.ringer(ringing);
        opened.add(fresh);
        return fresh;
    }

    <T> T write(UnitOfWork<T> work) {
        return ledger.write(work).join();
    }

    long accepted(String key, String lane) {
        return ledger.accept(Sample.message(key, lane, "body of " + key)).join().messageId();
    }

    boolean take(long messageId) {
        return write(tx -> tx.take(messageId));
    }

    int release(String waitingOn) {
        return write(tx -> tx.release(waitingOn));
    }

    long next(String series) {
        return write(tx -> tx.next(series));
    }

    void apply(long messageId) {
        write(tx -> {
            assertThat(tx.take(messageId)).isTrue();
            tx.applied(messageId);
            return true;
        });
    }

    /** A case with one event and one delivery to the hotline per event, in order; returns the deliveries' numbers. */
    List<Long> caseWithDeliveries(String caseNo, int count) {
        write(tx -> {
            tx.insertCase(Sample.newCase(caseNo));
            for (int i = 1; i <= count; i++) {
                addDelivery(tx, caseNo, false);
            }
            return true;
        });
        return ledger.deliveries(caseNo).stream().map(StoredDelivery::id).toList();
    }

    /** A further part of the case's latest event's message to the hotline; its number. */
    long addPart(String caseNo, String part, boolean independent) {
        write(tx -> {
            int seq = tx.events(caseNo).size();
            tx.lockCase(caseNo);
            tx.addDelivery(new NewDelivery("hotline", caseNo, seq, "CASE_REGISTERED", tx.now(), independent, part));
            return true;
        });
        List<StoredDelivery> all = ledger.deliveries(caseNo);
        return all.get(all.size() - 1).id();
    }

    long addDelivery(String caseNo, boolean independent) {
        write(tx -> {
            addDelivery(tx, caseNo, independent);
            return true;
        });
        List<StoredDelivery> all = ledger.deliveries(caseNo);
        return all.get(all.size() - 1).id();
    }

    private static void addDelivery(LedgerTx tx, String caseNo, boolean independent) {
        int last = tx.events(caseNo).size();
        int seq = tx.appendEvent(caseNo, Sample.event(caseNo + "/" + (last + 1)));
        tx.addDelivery(new NewDelivery("hotline", caseNo, seq, "CASE_REGISTERED", tx.now(), independent));
    }

    Optional<ClaimedDelivery> claim(long deliveryId) {
        return ledger.claim(deliveryId, "worker", LEASE).join();
    }

    boolean settle(ClaimedDelivery claimed, Settlement settlement) {
        return write(tx -> tx.settle(claimed, settlement));
    }

    DeliveryState stateOf(long deliveryId) {
        return ledger.delivery(deliveryId).orElseThrow().state();
    }
}
