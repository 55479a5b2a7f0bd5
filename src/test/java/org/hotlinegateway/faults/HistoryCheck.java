package org.hotlinegateway.faults;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Reads the histories of a run and says whether the invariants of docs/architecture.md held. Needs nothing but the files,
 * so it can be run long after: {@code java -cp … org.hotlinegateway.faults.HistoryCheck <folder>…}; ends with 1 when
 * something did not hold.
 */
public final class HistoryCheck {
    private HistoryCheck() {}

    /** Checks every folder that is named. */
    public static void main(String[] folders) {
        System.exit(run(List.of(folders), System.out) ? 0 : 1);
    }

    static boolean run(List<String> folders, PrintStream out) {
        boolean sound = !folders.isEmpty();
        for (String folder : folders) {
            CheckReport report = of(new Histories(Path.of(folder)));
            out.println(folder + ": " + report.text());
            sound &= report.isSound();
        }
        return sound;
    }

    static CheckReport of(Histories histories) {
        CheckReport report = new CheckReport();
        Door door = Door.of(histories);
        Exported exported = Exported.of(histories);
        Stream.of(
                        new DoorCheck(door, exported, report),
                        new EffectCheck(door, exported, HistoryFile.rows(histories.effects()), report),
                        new LedgerCheck(door, exported, HistoryFile.rows(histories.samples()), report))
                .forEach(Runnable::run);
        return report;
    }
}
