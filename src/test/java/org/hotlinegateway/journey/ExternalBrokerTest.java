package org.hotlinegateway.journey;

import java.nio.file.Path;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.hotlinegateway.ledger.MovableClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The queues on a broker of their own, reached over TCP, that goes away and comes back. */
class ExternalBrokerTest {
    @TempDir
    Path folder;

    @Test
    void casesGoOnWhenTheBrokerWasAway() throws Exception {
        MovableClock clock = new MovableClock("2021-09-08T15:53:01+08:00");
        int port = FreePort.next();
        EmbeddedActiveMQ broker = broker(port);
        try (World world = new World(
                clock,
                folder.resolve("data"),
                "jdbc:sqlite:" + folder.resolve("ledger.db"),
                "--spring.artemis.mode=native",
                "--spring.artemis.broker-url=tcp://localhost:" + port + "?reconnectAttempts=-1&retryInterval=200")) {
            world.peers().window().send(Golden.text("G1"));
            Golden.assertSame(world.taken("hotline-legacy", "0016"), "G2");
            world.awaitQuiet();

            broker.stop();
            String other =
                    Golden.text("G1").replace("20210908-0016", "20210908-0018").replace("155300-0016", "155300-0018");
            org.assertj.core.api.Assertions.assertThat(
                            world.peers().window().send(other).status())
                    .isEqualTo(202);
            broker = broker(port);
            world.assertThatCase("BBCS-442000002-20210908-0018").hasEvent("ORDER_LINKED");
        } finally {
            broker.stop();
        }
    }

    private EmbeddedActiveMQ broker(int port) throws Exception {
        ConfigurationImpl configuration = new ConfigurationImpl();
        configuration.setSecurityEnabled(false);
        configuration.setPersistenceEnabled(true);
        configuration.setBindingsDirectory(folder.resolve("bindings").toString());
        configuration.setJournalDirectory(folder.resolve("journal").toString());
        configuration.setLargeMessagesDirectory(folder.resolve("large").toString());
        configuration.setPagingDirectory(folder.resolve("paging").toString());
        configuration.addAcceptorConfiguration("tcp", "tcp://localhost:" + port);
        EmbeddedActiveMQ broker = new EmbeddedActiveMQ();
        broker.setConfiguration(configuration);
        broker.start();
        return broker;
    }
}
