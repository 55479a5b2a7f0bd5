package org.hotlinegateway.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.hotlinegateway.vault.FieldCipher;
import org.hotlinegateway.vault.KeyRing;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No statement on the way of a message reads a whole table. */
class QueryPlanTest {
    @TempDir
    static Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                MessageSql.TAKE,
                MessageSql.FIRST_OF_LANE,
                MessageSql.UNRUNG,
                MessageSql.RELEASE,
                MessageSql.OPEN_IN,
                MessageSql.OPEN,
                MessageSql.WAITING,
                MessageSql.WAITING_SINCE,
                EventSql.HASH_OF_ID,
                EventSql.HASH_OF_VERSION,
                EventSql.LAST_VERSION,
                EventSql.OF_CASE,
                LaneSql.LANE,
                LaneSql.LANE_OF,
                LaneSql.CLAIM_HEAD,
                LaneSql.UNRUNG,
                LaneSql.SETTLE,
                LaneSql.PART_OF,
                FeedSql.LAST,
                FeedSql.MEMBERS,
                FeedSql.HEADS,
                FeedSql.HELD_WITH,
                DeliverySql.OPEN_IN,
                DeliverySql.OPEN,
                DeliverySql.OF_CASE,
                AttemptSql.OF_DELIVERY,
                RecordingSql.MESSAGES,
                RecordingSql.DELIVERIES,
                CaseSql.CASE_NO_OF,
                SundrySql.TIMERS_DUE,
                SundrySql.FORGET_NONCES,
                PublicationSql.HOLDS,
                PublicationSql.FILES
            })
    void everyTableIsReachedByAnIndex(String sql) throws SQLException {
        assertThat(plan(sql)).noneMatch(step -> step.matches("SCAN (\\w+)") && !step.equals("SCAN waiting"));
    }

    private static List<String> plan(String sql) throws SQLException {
        String url = "jdbc:sqlite:" + folder.resolve("ledger.db");
        SqlLedger.open(
                        LedgerSettings.at(url),
                        new FieldCipher(KeyRing.parse(KeyRing.generate())),
                        new MovableClock(Sample.NOW),
                        cause -> {})
                .close();
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(
                        "explain query plan " + sql.replace("%s", "").replace("?", "1"))) {
            List<String> steps = new ArrayList<>();
            while (result.next()) {
                steps.add(result.getString("detail"));
            }
            return steps;
        }
    }
}
