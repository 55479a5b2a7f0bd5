package org.hotlinegateway.instances;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.nio.file.Path;
import java.util.List;
import org.apache.activemq.artemis.core.config.ClusterConnectionConfiguration;
import org.apache.activemq.artemis.core.config.HAPolicyConfiguration;
import org.apache.activemq.artemis.core.config.ha.SharedStoreBackupPolicyConfiguration;
import org.apache.activemq.artemis.core.config.ha.SharedStorePrimaryPolicyConfiguration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.server.JournalType;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.slf4j.LoggerFactory;

/** One broker of a pair that shares a store; the backup waits for the store until the live one is gone. */
final class Broker {
    private Broker() {}

    /** Arguments: {@code live} or {@code backup}, own port, port of the other, folder of the store. */
    public static void main(String[] args) throws Exception {
        ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).setLevel(Level.INFO);
        boolean live = args[0].equals("live");
        ConfigurationImpl configuration = stored(Path.of(args[3]));
        configuration.setName(args[0]);
        configuration.setSecurityEnabled(false);
        configuration.setHAPolicyConfiguration(policy(live));
        configuration.addAcceptorConfiguration("tcp", address(args[1]));
        configuration.addConnectorConfiguration("own", address(args[1]));
        configuration.addConnectorConfiguration("other", address(args[2]));
        configuration.addClusterConfiguration(new ClusterConnectionConfiguration()
                .setName("pair")
                .setConnectorName("own")
                .setStaticConnectors(List.of("other"))
                .setRetryInterval(200)
                .setReconnectAttempts(-1));
        EmbeddedActiveMQ broker = new EmbeddedActiveMQ();
        broker.setConfiguration(configuration);
        broker.start();
    }

    private static String address(String port) {
        return "tcp://localhost:" + port;
    }

    private static HAPolicyConfiguration policy(boolean live) {
        return live
                ? new SharedStorePrimaryPolicyConfiguration().setFailoverOnServerShutdown(true)
                : new SharedStoreBackupPolicyConfiguration()
                        .setFailoverOnServerShutdown(true)
                        .setAllowFailBack(false);
    }

    private static ConfigurationImpl stored(Path folder) {
        ConfigurationImpl configuration = new ConfigurationImpl();
        configuration.setPersistenceEnabled(true);
        configuration.setJournalType(JournalType.NIO);
        configuration.setJournalBufferTimeout_NIO(100_000);
        configuration.setBindingsDirectory(folder.resolve("bindings").toString());
        configuration.setJournalDirectory(folder.resolve("journal").toString());
        configuration.setLargeMessagesDirectory(folder.resolve("large").toString());
        configuration.setPagingDirectory(folder.resolve("paging").toString());
        return configuration;
    }
}
