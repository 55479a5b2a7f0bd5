package org.hotlinegateway.cli;

import picocli.CommandLine.Command;

/** {@code ledger …}: copies of the truth, and whether it is whole. */
@Command(
        name = "ledger",
        description = "Backs up, verifies and restores the ledger.",
        subcommands = {LedgerBackup.class, LedgerVerify.class, LedgerRestore.class, LedgerRestored.class},
        mixinStandardHelpOptions = true)
final class LedgerCommand {}
