package org.hotlinegateway.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteAuditTest extends AuditContract {
    @TempDir
    Path folder;

    @Override
    String url() {
        return "jdbc:sqlite:" + folder.resolve("ledger.db");
    }

    @Test
    void theLookAtTheWholeLedgerTellsABrokenChain() throws SQLException {
        long line = fill(ledger, 2).get(1);
        assertThat(Backup.look(url(), null, null, keys).problems()).isEmpty();
        ledger.close();

        try (Connection connection = DriverManager.getConnection(url());
                Statement change = connection.createStatement()) {
            change.executeUpdate("update audit set act = 'POST /z' where id = " + line);
        }

        assertThat(Backup.look(url(), null, null, keys).problems())
                .containsExactly("audit: line " + line
                        + " does not follow from the line before it: one of them was changed, put in or removed");
    }
}
