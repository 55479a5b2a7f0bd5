package org.hotlinegateway.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.hotlinegateway.ledger.Settlement.Outcome;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The desk with thirty thousand held deliveries in thirty groups; prints how long its questions and steps take. */
@Tag("bench")
class DeskBench extends LedgerFixture {
    private static final Logger LOG = LoggerFactory.getLogger(DeskBench.class);
    private static final int HELD = 30_000;
    private static final int GROUPS = 30;

    @TempDir
    Path folder;

    @Override
    String url() {
        return "jdbc:sqlite:" + folder.resolve("ledger.db");
    }

    @Test
    void questionsAndStepsOfAFullDesk() {
        timed("hold " + HELD, this::fill);
        DeskBook desk = ledger.desk();
        List<DeskGroup> groups = timed("groups", desk::groups);
        timed("groups again", desk::groups);
        assertThat(groups).hasSize(GROUPS);
        timed("a page of a group", () -> desk.items(groups.get(0), 0, 100));
        DeskFilter all = new DeskFilter(null, null, null, null, null, null, null, List.of());
        long id = timed(
                        "freeze all",
                        () -> desk.freeze(all, 60_000, "bench", "bench").join())
                .id();
        desk.rest(id, 60_000, "bench", "bench", Optional.of("bench")).join();
        for (int i = 0; i < 3; i++) {
            clock.move(Duration.ofSeconds(2));
            timed("step of 200", () -> desk.step(id, "bench", LEASE, HELD).join());
        }
        timed("progress", () -> desk.selection(id));
    }

    private Object fill() {
        List<CompletableFuture<?>> all = new ArrayList<>();
        for (int i = 0; i < HELD; i++) {
            String caseNo = "case-" + i;
            all.add(ledger.write(tx -> {
                tx.insertCase(Sample.newCase(caseNo));
                int seq = tx.appendEvent(caseNo, Sample.event(caseNo));
                tx.addDelivery(new NewDelivery("hotline", caseNo, seq, "CASE_REGISTERED", tx.now(), false));
                return true;
            }));
            if (all.size() == 2000) {
                all.forEach(CompletableFuture::join);
                all.clear();
            }
        }
        all.forEach(CompletableFuture::join);
        List<StoredDelivery> ready = ledger.deliveriesIn(DeliveryState.READY, HELD);
        for (int i = 0; i < ready.size(); i += 500) {
            int from = i;
            List<CompletableFuture<?>> some = new ArrayList<>();
            ready.subList(from, Math.min(from + 500, ready.size()))
                    .forEach(one -> some.add(ledger.claim(one.id(), "bench", LEASE)
                            .thenCompose(claimed -> ledger.write(
                                    tx -> tx.settle(claimed.orElseThrow(), held("E" + one.id() % GROUPS))))));
            some.forEach(CompletableFuture::join);
        }
        return HELD;
    }

    private Settlement held(String code) {
        return new Settlement(
                Outcome.REFUSED, DeliveryState.HELD, null, code, "no", null, "d", clock.instant(), Duration.ZERO);
    }

    private static <T> T timed(String what, Supplier<T> work) {
        long before = System.nanoTime();
        T result = work.get();
        LOG.info("{}: {} ms", what, (System.nanoTime() - before) / 1_000_000);
        return result;
    }
}
