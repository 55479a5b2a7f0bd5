package org.hotlinegateway.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.hotlinegateway.crash.GatewayProcess;
import org.hotlinegateway.crash.SharedClasses;

/** A gateway under the agent, the door before it, and the file by which its inner faults are switched. */
final class Node implements AutoCloseable {
    private static final Duration SOON = Duration.ofSeconds(90);

    private final Path dataDir;
    private final List<String> jvm;
    private final GatewayProcess gateway;
    private final FaultProxy door;

    Node(Path dataDir, Setup setup, List<String> arguments, long seed) {
        this.dataDir = dataDir;
        make(dataDir);
        this.gateway = new GatewayProcess(dataDir, 1, arguments.toArray(String[]::new))
                .startingFrom(SharedClasses.ofThisBuild());
        this.door = new FaultProxy("door", gateway.port(), seed);
        this.jvm = new ArrayList<>(List.of("-Xmx400m", "-XX:TieredStopAtLevel=1"));
        if (setup.woven()) {
            this.jvm.addAll(
                    List.of("-javaagent:" + FaultAgent.jar(dataDir.getParent()), "-Dfaults.control=" + control()));
        }
        this.jvm.addAll(setup.jvm());
        if (setup.bug() != null) {
            this.jvm.add("-Dfaults.bug=" + setup.bug());
        }
    }

    private static void make(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    GatewayProcess gateway() {
        return gateway;
    }

    FaultProxy door() {
        return door;
    }

    /** Where its inner faults are switched. */
    Path control() {
        return dataDir.resolveSibling(dataDir.getFileName() + ".faults");
    }

    private Path mark() {
        return dataDir.resolveSibling(dataDir.getFileName() + ".crashed");
    }

    /** Begins to start, and will halt at the n-th passing of the point. */
    void launchToCrash(CrashPoint point, int hit) {
        try {
            Files.deleteIfExists(mark());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        List<String> armed = new ArrayList<>(jvm);
        armed.addAll(List.of("-Dfaults.crash=" + point, "-Dfaults.crash.hit=" + hit, "-Dfaults.crash.mark=" + mark()));
        gateway.inJvm(armed).launch();
    }

    /** Waits for the armed point to be passed; false when it was not, in good time. */
    boolean crashed(CrashPoint point) throws IOException {
        try {
            Awaitility.await(point + " is passed").atMost(SOON).until(() -> !gateway.isAlive());
        } catch (org.awaitility.core.ConditionTimeoutException notPassed) {
            return false;
        }
        return gateway.exitCode() == CrashSwitch.HALTED
                && Files.exists(mark())
                && Files.readString(mark()).equals(point.name());
    }

    /** Whether it takes messages now; one that dies meanwhile does not. */
    boolean isReady() {
        try {
            return gateway.isReady();
        } catch (IllegalStateException dead) {
            return false;
        }
    }

    void launch() {
        gateway.inJvm(jvm).launch();
    }

    void start() {
        launch();
        gateway.awaitReady();
    }

    @Override
    public void close() {
        if (gateway.isAlive()) {
            gateway.signal("CONT");
        }
        gateway.close();
        door.close();
    }
}
