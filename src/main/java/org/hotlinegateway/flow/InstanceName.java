package org.hotlinegateway.flow;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * By which name gateways on one ledger know this one: as configured, else its host and a mark that is kept in the data
 * folder, so that two gateways on one host are told apart and a restart changes nothing.
 */
record InstanceName(String text) {
    private static final String FILE = "instance";

    static InstanceName of(@Nullable String configured, Path dataDir) {
        return new InstanceName(configured == null || configured.isBlank() ? kept(dataDir) : configured.strip());
    }

    private static String kept(Path dataDir) {
        Path file = dataDir.resolve(FILE);
        try {
            if (!Files.exists(file)) {
                Files.createDirectories(dataDir);
                Files.writeString(file, host() + "-" + mark() + "\n");
            }
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot keep the name of this gateway in " + file, e);
        }
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "gateway";
        }
    }

    private static String mark() {
        return HexFormat.of().toHexDigits((short) ThreadLocalRandom.current().nextInt());
    }
}
