package org.hotlinegateway.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.stream.Stream;
import org.hotlinegateway.vault.KeyRing;
import org.junit.jupiter.api.Test;

class PostgresStorageKeyTest extends StorageKeyContract {
    private final String url = PostgresServer.newDatabase();

    @Override
    String url() {
        return url;
    }

    @Test
    void ofTwoThatBeginAtOnceWithDifferentKeysOneIsRefused() {
        SqlLedger.openWithoutKeys(LedgerSettings.at(url), new MovableClock(Sample.NOW))
                .close();
        CyclicBarrier together = new CyclicBarrier(2);
        CompletableFuture<Optional<SqlLedger>> one = begin(together, KeyRing.generate());
        CompletableFuture<Optional<SqlLedger>> two =
                begin(together, KeyRing.generate().replace("field.1", "field.2"));

        assertThat(Stream.of(one.join(), two.join()).flatMap(Optional::stream).peek(SqlLedger::close))
                .hasSize(1);
    }

    private CompletableFuture<Optional<SqlLedger>> begin(CyclicBarrier together, String keys) {
        return CompletableFuture.supplyAsync(() -> {
            try {
                together.await();
                return Optional.of(open(keys));
            } catch (IllegalStateException refused) {
                return Optional.empty();
            } catch (Exception e) {
                throw new IllegalStateException("not begun", e);
            }
        });
    }
}
