package org.hotlinegateway.faults;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.awaitility.Awaitility;

/**
 * The disk under an embedded ledger: full to the last byte on a small tmpfs, and a sync that answers EIO, put in by
 * strace. What the machine does not have or does not allow is said and not run.
 */
final class DiskPhase {
    private static final String SIZE = "size=48m";
    private static final byte[] CHUNK = new byte[64 * 1024];
    private static final int LEDGER_LOST = 70;

    /** Far from the cases of the load, which would be the same ones otherwise. */
    private static final int FIRST_SYNCED = 200_000;

    /** Its nonce, then itself. */
    private static final int SYNCS_OF_A_MESSAGE = 2;

    private final Bed bed;

    DiskPhase(Bed bed) {
        this.bed = bed;
    }

    /** Mounts a small disk where the gateway's data will lie; false when that is not allowed. */
    static boolean mount(Path dataDir) throws IOException, InterruptedException {
        Files.createDirectories(dataDir);
        return run(
                "mount",
                "-t",
                "tmpfs",
                "-o",
                SIZE,
                "tmpfs",
                dataDir.toAbsolutePath().toString());
    }

    static void unmount(Path dataDir) throws IOException, InterruptedException {
        run("umount", "-l", dataDir.toAbsolutePath().toString());
    }

    /** Whether strace may follow a process here. */
    static boolean canTrace() throws InterruptedException {
        try {
            return run("strace", "-o", "/dev/null", "-e", "trace=fsync", "true");
        } catch (IOException notThere) {
            return false;
        }
    }

    /** Fills the disk to the last byte under load, and frees it again; refused are the messages of that time. */
    void fill(Path dataDir) throws IOException {
        Path ballast = dataDir.resolve("ballast");
        long refusals = bed.sender().refused();
        try (OutputStream out = Files.newOutputStream(ballast)) {
            while (true) {
                out.write(CHUNK);
            }
        } catch (IOException full) {
            pause(4_000);
        }
        Files.delete(ballast);
        bed.log().add("DISK_FULL", "ledger", bed.sender().refused() - refusals);
        if (!bed.node(0).gateway().isAlive()) {
            bed.node(0).start();
        }
    }

    /** Sends messages one after the other; how many had less than two syncs between request and answer. */
    long unsynced(int messages, String run, Path out) throws IOException, InterruptedException {
        List<double[]> acknowledged = new ArrayList<>();
        try (SyncTrace trace = SyncTrace.of(bed.node(0).gateway().pid(), out)) {
            for (int number = FIRST_SYNCED; number < FIRST_SYNCED + messages; number++) {
                double begin = System.currentTimeMillis() / 1e3;
                bed.sender().sendUntilAcknowledged(WindowMessage.of(run, number, 1), Manner.CAREFUL);
                acknowledged.add(new double[] {begin, (System.currentTimeMillis() + 1) / 1e3});
            }
            List<Double> syncs = trace.ends();
            FaultRun.say("syncs: %d messages one by one, %d syncs of the ledger", messages, syncs.size());
            return acknowledged.stream()
                    .filter(span -> syncs.stream()
                                    .filter(end -> end >= span[0] && end <= span[1])
                                    .count()
                            < SYNCS_OF_A_MESSAGE)
                    .count();
        }
    }

    /** The next sync of the ledger fails: the gateway must leave at once, and come back whole. */
    void failSync() throws IOException {
        Node node = bed.node(0);
        Process strace = new ProcessBuilder(
                        "strace",
                        "-f",
                        "-o",
                        "/dev/null",
                        "-e",
                        "trace=fsync,fdatasync",
                        "-e",
                        "inject=fsync,fdatasync:error=EIO:when=3+",
                        "-p",
                        Long.toString(node.gateway().pid()))
                .redirectErrorStream(true)
                .start();
        try {
            Awaitility.await("the gateway leaves after a failed sync")
                    .atMost(Duration.ofSeconds(30))
                    .until(() -> !node.gateway().isAlive());
            bed.log().add("SYNC_EIO", "ledger", node.gateway().exitCode() == LEDGER_LOST ? 1 : 0);
        } finally {
            strace.destroy();
        }
        node.start();
    }

    private static boolean run(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .waitFor()
                == 0;
    }

    private static void pause(long millis) {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(millis));
    }
}
