package org.hotlinegateway.cli;

import java.nio.file.Path;
import org.hotlinegateway.mapping.MappingSet;
import org.hotlinegateway.workbench.FileCheck;
import org.hotlinegateway.workbench.Findings;
import picocli.CommandLine.Command;

/** {@code map check}: every problem of every file, exit code 1 when one is an error. */
@Command(name = "check", description = "Tells every problem of mapping files.", mixinStandardHelpOptions = true)
final class MapCheck extends FilesCommand {
    @Override
    Findings findings(Path folder, MappingSet set) {
        return FileCheck.of(folder, set);
    }
}
