package org.hotlinegateway.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nothing personal is readable in the files of an embedded ledger. */
class SealedAtRestTest extends LedgerFixture {
    private static final String PLANTED = "PLANTED-13800000000";

    @TempDir
    Path folder;

    @Override
    String url() {
        return "jdbc:sqlite:" + folder.resolve("ledger.db");
    }

    @Test
    void aPlantedValueIsNowhereInTheFiles() throws IOException {
        long message =
                ledger.accept(Sample.message("W1", "lane", PLANTED)).join().messageId();
        write(tx -> {
            tx.insertCase(planted(Sample.newCase(Sample.CASE)));
            tx.appendEvent(Sample.CASE, planted(Sample.event("E1")));
            tx.updateCase(planted(Sample.newCase(Sample.CASE)));
            tx.keep("alert", "ZS-DQ|T1", Sample.bytes(PLANTED));
            return true;
        });

        assertThat(filesWith("W1")).isNotEmpty();
        assertThat(filesWith(PLANTED)).isEmpty();
        ledger.close();
        assertThat(filesWith("W1")).isNotEmpty();
        assertThat(filesWith(PLANTED)).isEmpty();
        ledger = open();
        assertThat(ledger.message(message).orElseThrow().raw()).isEqualTo(Sample.bytes(PLANTED));
    }

    private List<Path> filesWith(String text) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> contains(file, text)).toList();
        }
    }

    private static boolean contains(Path file, String text) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1).contains(text);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static StoredCase planted(StoredCase c) {
        return new StoredCase(
                c.id(),
                c.caseNo(),
                c.state(),
                c.hallCode(),
                c.deadline(),
                c.lastSeq(),
                Sample.bytes(PLANTED),
                c.updatedAt());
    }

    private static NewEvent planted(NewEvent e) {
        return new NewEvent(
                e.source(),
                e.eventId(),
                e.type(),
                e.version(),
                e.payloadHash(),
                e.occurredAt(),
                e.receivedAt(),
                e.stateBefore(),
                e.stateAfter(),
                e.late(),
                e.note(),
                e.messageId(),
                Sample.bytes(PLANTED));
    }
}
