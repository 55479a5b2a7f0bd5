package org.hotlinegateway.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Halts the process when an armed crash point is passed for the n-th time. Public because it is called from the
 * gateway's own classes, as they run under {@link FaultAgent}.
 */
public final class CrashSwitch {
    /** Exit code of a process that halted at a crash point. */
    static final int HALTED = 86;

    private static final AtomicInteger LEFT = new AtomicInteger(Integer.getInteger("faults.crash.hit", 0));

    private CrashSwitch() {}

    /** The armed point is passed. */
    public static void hit() {
        if (LEFT.decrementAndGet() == 0) {
            mark();
            Runtime.getRuntime().halt(HALTED);
        }
    }

    private static void mark() {
        try {
            Files.writeString(Path.of(System.getProperty("faults.crash.mark")), System.getProperty("faults.crash"));
        } catch (IOException e) {
            System.err.println("the crash point was hit, but cannot be marked: " + e);
        }
    }
}
