package org.hotlinegateway.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * When a process synced the ledger, as strace saw it. No test takes the power away; that an answer outlives a loss of
 * power is argued from here: before each 202 a sync of the ledger's log had ended that began after the request.
 */
final class SyncTrace implements AutoCloseable {
    private static final Pattern CALL = Pattern.compile(
            "^(\\d+) +(\\d+\\.\\d+) (?:(?:fsync|fdatasync)\\(\\d+<([^>]*)>|<\\.\\.\\. (?:fsync|fdatasync) resumed>)(.*)$");
    private static final Pattern ENDED = Pattern.compile("= 0 <(\\d+\\.\\d+)>");

    private final Path out;
    private final Process strace;

    private SyncTrace(Path out, Process strace) {
        this.out = out;
        this.strace = strace;
    }

    /** Begins to watch a process. */
    static SyncTrace of(long pid, Path out) throws IOException {
        Process strace = new ProcessBuilder(
                        "strace",
                        "-f",
                        "-y",
                        "-ttt",
                        "-T",
                        "-e",
                        "trace=fsync,fdatasync",
                        "-o",
                        out.toString(),
                        "-p",
                        Long.toString(pid))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(2));
        return new SyncTrace(out, strace);
    }

    /** Stops watching; seconds since 1970 at which syncs of the ledger ended. */
    List<Double> ends() throws IOException, InterruptedException {
        close();
        strace.waitFor(10, TimeUnit.SECONDS);
        List<Double> ends = new ArrayList<>();
        Set<String> ledger = new HashSet<>();
        for (String line : Files.readAllLines(out)) {
            Matcher call = CALL.matcher(line);
            if (call.matches()) {
                note(call, ledger, ends);
            }
        }
        return ends;
    }

    /** A call that ends on its own line, or one whose end comes on a later line of the same thread. */
    private static void note(Matcher call, Set<String> ledger, List<Double> ends) {
        String thread = call.group(1);
        String file = call.group(3);
        Matcher ended = ENDED.matcher(call.group(4));
        boolean isOver = ended.find();
        boolean resumed = file == null;
        boolean ofLedger = resumed ? ledger.remove(thread) : file.contains("ledger.db");
        if (ofLedger && isOver) {
            double at = Double.parseDouble(call.group(2));
            ends.add(resumed ? at : at + Double.parseDouble(ended.group(1)));
        } else if (ofLedger) {
            ledger.add(thread);
        }
    }

    @Override
    public void close() {
        strace.destroy();
    }
}
