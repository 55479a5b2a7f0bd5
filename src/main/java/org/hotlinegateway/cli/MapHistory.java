package org.hotlinegateway.cli;

import java.io.PrintWriter;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.hotlinegateway.mapping.WentLive;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code map history}: every mapping set that was live, newest first, from the data folder. */
@Command(
        name = "history",
        description = "Tells which mapping set was live when, and why.",
        mixinStandardHelpOptions = true)
final class MapHistory implements Callable<Integer> {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneId.of("Asia/Shanghai"));
    private static final int DIGEST_SHOWN = 12;

    @Mixin
    private final KeptSets sets = new KeptSets();

    @Option(names = "--full", description = "Print whole digests.")
    private boolean full;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        List<WentLive> history = sets.archive().history();
        for (int i = history.size() - 1; i >= 0; i--) {
            String live = i == history.size() - 1 ? "* " : "  ";
            String before =
                    i == 0 ? "first" : "after " + shown(history.get(i - 1).digest());
            out.println(live + line(history.get(i)) + " (" + before + ")");
        }
        return 0;
    }

    private String line(WentLive entry) {
        return String.join(
                "  ",
                TIME.format(entry.at()),
                shown(entry.digest()),
                entry.cause().name().toLowerCase(Locale.ROOT),
                entry.by() + ": " + entry.reason());
    }

    private String shown(String digest) {
        return full ? digest : digest.substring(0, DIGEST_SHOWN);
    }
}
