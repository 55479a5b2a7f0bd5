package org.hotlinegateway.ledger;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteRecordingTest extends RecordingContract {
    @TempDir
    Path folder;

    @Override
    String url() {
        return "jdbc:sqlite:" + folder.resolve("ledger.db");
    }

    @Test
    void aReaderMakesNoLedgerWhereNoneIs() {
        assertThatThrownBy(() -> LedgerReader.open("jdbc:sqlite:" + folder.resolve("none.db"), cipher))
                .isInstanceOf(LedgerException.class)
                .hasMessage("no ledger at " + folder.resolve("none.db") + ". Expected the data folder of a gateway");
    }
}
