package org.hotlinegateway.cli;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;

/** The sub-commands of the jar; without one it serves. */
@Command(
        name = "hotline-gateway",
        subcommands = {MapCommand.class, LedgerCommand.class},
        mixinStandardHelpOptions = true)
public final class GatewayCommand {
    private static final List<String> SUB_COMMANDS = List.of("map", "ledger");

    private final PrintStream bytes;

    private GatewayCommand(PrintStream bytes) {
        this.bytes = bytes;
    }

    /** Whether these arguments name a sub-command rather than options of the server. */
    public static boolean isMeantBy(String[] arguments) {
        return arguments.length > 0 && SUB_COMMANDS.contains(arguments[0]);
    }

    /** Runs a sub-command and gives its exit code. */
    public static int run(String[] arguments, PrintStream out, PrintStream err) {
        return new CommandLine(new GatewayCommand(out))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setOut(new PrintWriter(out, true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(err, true, StandardCharsets.UTF_8))
                .setExecutionExceptionHandler((e, command, result) -> {
                    command.getErr().println(e.getMessage());
                    return 1;
                })
                .execute(arguments);
    }

    /** Standard output for bytes in any charset. */
    static PrintStream bytes(CommandSpec spec) {
        return ((GatewayCommand) spec.root().userObject()).bytes;
    }
}
