package org.hotlinegateway.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.hotlinegateway.ledger.Acceptance.Verdict;
import org.junit.jupiter.api.Test;

class PostgresLedgerTest extends LedgerContract {
    private final String url = PostgresServer.newDatabase();

    @Override
    String url() {
        return url;
    }

    @Test
    void aLostConnectionIsOpenedAgain() throws SQLException {
        accepted("W1", "lane");
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute("select pg_terminate_backend(pid) from pg_stat_activity"
                    + " where datname = current_database() and pid <> pg_backend_pid()");
        }

        Acceptance again = ledger.accept(Sample.message("W2", "lane", "body")).join();

        assertThat(again.verdict()).isEqualTo(Verdict.ACCEPTED);
        assertThat(ledger.message(again.messageId())).isPresent();
    }
}
