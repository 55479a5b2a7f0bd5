package org.hotlinegateway.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.hotlinegateway.mapping.FieldError;
import org.hotlinegateway.mapping.Mapped;
import org.hotlinegateway.mapping.MappingFailure;
import org.hotlinegateway.mapping.MappingProblems;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code map run}: target bytes on standard output; field errors on standard error, exit code 2. */
@Command(name = "run", description = "Converts one message.", mixinStandardHelpOptions = true)
final class MapRun implements Callable<Integer> {
    @Mixin
    private final RunOptions options = new RunOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        PrintWriter err = spec.commandLine().getErr();
        try {
            Mapped mapped = options.load().mapping(options.name()).apply(options.message(), options.context());
            GatewayCommand.bytes(spec).write(mapped.bytes());
            GatewayCommand.bytes(spec).flush();
            mapped.notes().forEach(note -> err.println("note: " + note));
            return 0;
        } catch (MappingFailure failure) {
            failure.errors().forEach(error -> err.println(line(error)));
            return 2;
        } catch (MappingProblems problems) {
            problems.problems().forEach(err::println);
            return 1;
        }
    }

    static String line(FieldError error) {
        String rule = error.rule() == null ? "" : error.rule() + ": ";
        String target = error.target().isEmpty() ? "" : error.target() + ": ";
        String source = error.source() == null ? "" : " (from " + error.source() + ")";
        return rule + target + error.code() + " " + error.message() + source;
    }
}
