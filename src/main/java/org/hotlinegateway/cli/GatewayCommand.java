package org.hotlinegateway.cli;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;

/** The sub-commands of the jar; without one it serves. */
@Command(
        name = "hotline-gateway",
        description = {
            "Without a command it serves; its options are then settings, such as --spring.profiles.active=prod or"
                    + " --gateway.data-dir=DIR. All of them: docs/operating.md.",
        },
        subcommands = {MapCommand.class, LedgerCommand.class},
        versionProvider = GatewayCommand.Version.class,
        mixinStandardHelpOptions = true)
public final class GatewayCommand {
    private static final Set<String> HELP = Set.of("-h", "--help", "-V", "--version");

    private final PrintStream bytes;

    private GatewayCommand(PrintStream bytes) {
        this.bytes = bytes;
    }

    /** The version in the jar's manifest; a build that was not packaged has none. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            @Nullable String version = GatewayCommand.class.getPackage().getImplementationVersion();
            return new String[] {"hotline-gateway " + (version == null ? "(not packaged)" : version)};
        }
    }

    /** Whether these arguments begin with a word, which a misspelt command is too, and are not settings of the server. */
    public static boolean isMeantBy(String[] arguments) {
        return arguments.length > 0 && (!arguments[0].startsWith("-") || HELP.contains(arguments[0]));
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
