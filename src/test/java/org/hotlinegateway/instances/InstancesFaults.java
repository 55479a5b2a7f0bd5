package org.hotlinegateway.instances;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.hotlinegateway.crash.CaseLoad;
import org.hotlinegateway.crash.GatewayProcess;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Two gateways under load lose each other, their live broker, and their version. */
@Tag("faults")
class InstancesFaults {
    private static final Logger LOG = LoggerFactory.getLogger(InstancesFaults.class);
    private static final int CASES = 400;

    @TempDir
    Path folder;

    private Topology all;
    private GatewayProcess north;
    private GatewayProcess south;
    private CaseLoad load;

    @BeforeEach
    void start() {
        all = new Topology(folder).start();
        north = all.gateways().get(0);
        south = all.gateways().get(1);
        load = new CaseLoad(all.peers(), 8, List.of(north.url(), south.url()));
    }

    @AfterEach
    void stop() {
        load.close();
        all.close();
    }

    @Test
    void neitherTheLossOfAGatewayNorOfTheLiveBrokerLosesDoublesOrReordersAnything() throws Exception {
        load.send(CASES).awaitAnswers(CASES / 2);
        north.kill();
        load.awaitAnswers(CASES);
        long before = System.nanoTime();
        north.start();
        LOG.info("ready again after a kill in {}", Duration.ofNanos(System.nanoTime() - before));
        all.killLiveBroker();
        load.awaitAnswers(CASES * 3 / 2);
        south.kill();
        south.start();
        load.awaitAcknowledged();
        load.awaitDelivered();
        load.assertNothingIsLostDoubledOrOutOfOrder();
        assertThat(owners()).as("processes that shared the work").hasSizeGreaterThanOrEqualTo(2);
    }

    @Test
    void aRollingRestartRefusesNobodyAlsoWithTheNextSchema() throws Exception {
        load.send(CASES).awaitAnswers(CASES / 2);
        migrateAsTheNextVersionWould();
        north.stop();
        north.start();
        load.awaitAnswers(CASES);
        south.stop();
        south.start();
        load.awaitAcknowledged();
        load.awaitDelivered();
        load.assertNothingIsLostDoubledOrOutOfOrder();
        assertThat(load.refused()).as("messages that no gateway took at once").isZero();
    }

    /** The next version adds to tables what this one does not know, while this one runs on them. */
    private void migrateAsTheNextVersionWould() throws Exception {
        try (Connection connection = DriverManager.getConnection(all.ledgerUrl());
                Statement statement = connection.createStatement()) {
            statement.execute("alter table message add column next_version text");
            statement.execute("alter table delivery add column next_version bigint not null default 0");
            statement.execute("create table next_version (id bigint primary key)");
            statement.execute("""
                insert into flyway_schema_history
                (installed_rank, version, description, type, script, checksum, installed_by, execution_time, success)
                select max(installed_rank) + 1, '9999', 'next', 'SQL', 'V9999__next.sql', 1, 'next', 1, true
                from flyway_schema_history\
                """);
        }
    }

    private List<String> owners() throws Exception {
        try (Connection connection = DriverManager.getConnection(all.ledgerUrl());
                Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery("select distinct owner from delivery where owner is not null")) {
            List<String> owners = new ArrayList<>();
            while (rows.next()) {
                owners.add(rows.getString(1));
            }
            return owners;
        }
    }
}
