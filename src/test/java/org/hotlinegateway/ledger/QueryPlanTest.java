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
import java.util.function.Supplier;
import org.hotlinegateway.vault.FieldCipher;
import org.hotlinegateway.vault.KeyRing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.function.SingletonSupplier;

/** No statement on the way of a message reads a whole table, in either database. */
class QueryPlanTest {
    @TempDir
    static Path folder;

    private static final Supplier<String> SQLITE = once(() -> "jdbc:sqlite:" + folder.resolve("ledger.db"));
    private static final Supplier<String> POSTGRESQL = once(PostgresServer::newDatabase);

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
                CaseSql.AT_ITS_ROW,
                CaseSql.ELSEWHERE,
                CaseSql.CASE_NO_OF,
                SundrySql.TIMERS_DUE,
                SundrySql.FORGET_NONCES,
                DeskSql.HELD_GROUPS,
                DeskSql.PARKED_GROUPS,
                DeskSql.STUCK_GROUPS,
                DeskSql.HELD_LIKE,
                DeskSql.PARKED_LIKE,
                DeskSql.STUCK_LIKE,
                DeskSql.HELD_UNFILED,
                DeskSql.PARKED_UNFILED,
                DeskSql.STUCK_UNFILED,
                SelectionSql.AT_WORK,
                SelectionSql.COUNTS,
                SelectionSql.MEMBERS,
                SelectionSql.IN_STATE,
                SelectionSql.ENDED_DELIVERIES,
                SelectionSql.ENDED_MESSAGES,
                SelectionSql.ENDED_ATTACHMENTS,
                CopySql.WAITS,
                CopySql.OF,
                CopySql.WAITING,
                CopySql.IN_FORCE,
                DiscardSql.OPEN,
                DiscardSql.LATER,
                ActSql.ON,
                ActSql.AFTER,
                AuditSql.AFTER,
                AuditSql.AFTER_OF,
                AuditSql.LAST,
                AttachmentSql.DUE,
                AttachmentSql.OF_CASE,
                AttachmentSql.KNOWS,
                AttachmentSql.IN_STATE,
                PublicationSql.HOLDS,
                PublicationSql.FILES,
                PeerSettingSql.CHANGES,
                ReconcileSql.NEXT,
                FindingSql.OPEN,
                FindingSql.OPEN_OF,
                FindingSql.GONE,
                BalanceSql.OPEN_MESSAGES,
                BalanceSql.OPEN_DELIVERIES,
                DeliverySql.RANGE,
                MessageSql.RANGE,
                WatchSql.UNDECIDED,
                WatchSql.UNTRIED,
                WatchSql.UNTOLD,
                WatchSql.NUMBERLESS,
                WatchSql.DEADLINE,
                WatchSql.OPEN,
                WatchSql.SILENT_AFTER,
                PulseSql.HEARD,
                PulseSql.TRIED,
                AlertSql.DUE
            })
    void everyTableIsReachedByAnIndex(String sql) throws SQLException {
        assertThat(onSqlite(sql)).noneMatch(step -> step.matches("SCAN (\\w+)") && !step.equals("SCAN waiting"));
        assertThat(onPostgresql(sql)).noneMatch(step -> step.contains("Seq Scan"));
    }

    static List<List<String>> fewAmongMany() {
        return List.of(
                List.of("message_waiting", MessageSql.WAITING),
                List.of("message_waiting", MessageSql.WAITING_SINCE),
                List.of("message_open", MessageSql.OPEN_IN),
                List.of("message_open", BalanceSql.OPEN_MESSAGES),
                List.of("delivery_open", BalanceSql.OPEN_DELIVERIES),
                List.of("message_open", WatchSql.UNDECIDED + " order by since limit 1"));
    }

    /** Another index would be read from end to end: most rows are older than any that is asked about. */
    @ParameterizedTest
    @MethodSource("fewAmongMany")
    void theFewThatAreOpenAreReachedByTheirOwnIndex(List<String> indexAndStatement) throws SQLException {
        String index = indexAndStatement.get(0);
        String sql = indexAndStatement.get(1);
        assertThat(onSqlite(sql)).anyMatch(step -> step.contains(index));
        assertThat(onPostgresql(sql)).anyMatch(step -> step.contains(index));
    }

    @Test
    void whoWasHeardSinceIsReadFromTheNewMessagesOnly() throws SQLException {
        assertThat(onSqlite(PulseSql.HEARD)).anyMatch(step -> step.contains("PRIMARY KEY (rowid>?"));
        assertThat(onPostgresql(PulseSql.HEARD)).anyMatch(step -> step.contains("message_pkey"));
    }

    @Test
    void aCaseIsReadAtTheRowItsNumberAsksFor() throws SQLException {
        assertThat(onSqlite(CaseSql.AT_ITS_ROW)).anyMatch(step -> step.contains("PRIMARY KEY (rowid=?"));
        assertThat(onPostgresql(CaseSql.AT_ITS_ROW)).anyMatch(step -> step.contains("cases_pkey"));
    }

    static List<String> madeOfParts() {
        return List.of(
                ReconcileSql.TRIED,
                ReconcileSql.EARLIEST,
                ReconcileSql.OPEN,
                ReconcileSql.OF_NUMBER,
                BalanceSql.MESSAGES,
                BalanceSql.DELIVERIES);
    }

    @ParameterizedTest
    @MethodSource("madeOfParts")
    void soIsEveryTableOfStatementsMadeOfParts(String sql) throws SQLException {
        everyTableIsReachedByAnIndex(sql);
    }

    private static List<String> onSqlite(String sql) throws SQLException {
        String asked = "explain query plan " + filled(sql).replace("?", "1");
        return plan(SQLITE.get(), List.of(asked));
    }

    /** Nothing is in the tables yet, so that going through them would be cheapest, were it allowed. */
    private static List<String> onPostgresql(String sql) throws SQLException {
        StringBuilder numbered = new StringBuilder();
        int number = 0;
        for (char letter : filled(sql).toCharArray()) {
            numbered.append(letter == '?' ? "$" + ++number : letter);
        }
        return plan(
                POSTGRESQL.get() + "&preferQueryMode=simple",
                List.of("set enable_seqscan = off", "explain (generic_plan) " + numbered));
    }

    private static String filled(String sql) {
        return sql.replace("in (%s)", "in ('x')").replace("%s", "");
    }

    private static List<String> plan(String url, List<String> statements) throws SQLException {
        List<String> steps = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            for (String text : statements) {
                steps.clear();
                if (statement.execute(text)) {
                    ResultSet result = statement.getResultSet();
                    int last = result.getMetaData().getColumnCount();
                    while (result.next()) {
                        steps.add(result.getString(last));
                    }
                }
            }
        }
        return steps;
    }

    private static Supplier<String> once(Supplier<String> address) {
        return SingletonSupplier.of(() -> {
            String url = address.get();
            FieldCipher cipher = new FieldCipher(KeyRing.parse(KeyRing.generate()));
            SqlLedger.open(LedgerSettings.at(url), cipher, new MovableClock(Sample.NOW), cause -> {})
                    .close();
            return url;
        });
    }
}
