package org.hotlinegateway.faults;

import java.util.List;
import java.util.Set;

/**
 * What is set up for a run.
 *
 * @param gateways how many gateways share the ledger
 * @param ledgerUrl address of their ledger, or null: SQLite in the data folder
 * @param forgetful peers that take a repeat as new, and are declared so
 * @param bug woven into every gateway, or null
 * @param more further arguments of every gateway
 * @param jvm further options of their JVMs
 */
record Setup(
        int gateways, String ledgerUrl, Set<String> forgetful, SeededBug bug, List<String> more, List<String> jvm) {
    /** One gateway on SQLite. */
    static Setup embedded() {
        return new Setup(1, null, Set.of(), null, List.of(), List.of());
    }

    /** Two gateways on one PostgreSQL. */
    static Setup pair(String ledgerUrl) {
        return new Setup(2, ledgerUrl, Set.of(), null, List.of(), List.of());
    }

    Setup forgetting(String... peers) {
        return new Setup(gateways, ledgerUrl, Set.of(peers), bug, more, jvm);
    }

    Setup with(SeededBug seeded) {
        return new Setup(gateways, ledgerUrl, forgetful, seeded, more, jvm);
    }

    Setup with(String... arguments) {
        return new Setup(gateways, ledgerUrl, forgetful, bug, List.of(arguments), jvm);
    }

    Setup inJvm(String... options) {
        return new Setup(gateways, ledgerUrl, forgetful, bug, more, List.of(options));
    }
}
