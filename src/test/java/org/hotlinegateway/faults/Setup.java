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
 * @param woven whether faults can be put into them; without, they are the very classes that are shipped, and start sooner
 */
record Setup(
        int gateways,
        String ledgerUrl,
        Set<String> forgetful,
        SeededBug bug,
        List<String> more,
        List<String> jvm,
        boolean woven) {
    /** One gateway on SQLite. */
    static Setup embedded() {
        return new Setup(1, null, Set.of(), null, List.of(), List.of(), true);
    }

    /** Two gateways on one PostgreSQL. */
    static Setup pair(String ledgerUrl) {
        return new Setup(2, ledgerUrl, Set.of(), null, List.of(), List.of(), true);
    }

    Setup forgetting(String... peers) {
        return new Setup(gateways, ledgerUrl, Set.of(peers), bug, more, jvm, woven);
    }

    Setup with(SeededBug seeded) {
        return new Setup(gateways, ledgerUrl, forgetful, seeded, more, jvm, woven);
    }

    Setup with(String... arguments) {
        return new Setup(gateways, ledgerUrl, forgetful, bug, List.of(arguments), jvm, woven);
    }

    Setup inJvm(String... options) {
        return new Setup(gateways, ledgerUrl, forgetful, bug, more, List.of(options), woven);
    }

    Setup unwoven() {
        return new Setup(gateways, ledgerUrl, forgetful, bug, more, jvm, false);
    }
}
