package org.hotlinegateway.cli;

import picocli.CommandLine.Command;

/** {@code map}: works on mapping files without a running gateway. */
@Command(
        name = "map",
        description = "Checks, tests, runs and explains mapping files.",
        subcommands = {
            MapCheck.class,
            MapTest.class,
            MapMakeTest.class,
            MapRun.class,
            MapExplain.class,
            MapReverse.class,
            MapFuzz.class,
            MapDoc.class,
            MapImportTable.class,
            MapBlast.class,
            MapHistory.class,
            MapDiff.class,
            MapRollback.class,
            MapNew.class
        },
        mixinStandardHelpOptions = true)
final class MapCommand {}
