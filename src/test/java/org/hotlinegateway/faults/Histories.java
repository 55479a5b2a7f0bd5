package org.hotlinegateway.faults;

import java.nio.file.Path;

/** Where the histories of one run lie. */
record Histories(Path folder) {
    /** At, key, case, version, hash of the body, {@link Manner}. */
    Path attempted() {
        return folder.resolve("attempted.tsv");
    }

    /** At, key, hash of the body, {@link Manner}, HTTP status or 0, receipt. */
    Path answered() {
        return folder.resolve("answered.tsv");
    }

    /** Number, at, peer, key the peer dedupes by, {@link Business#identity}, case, place in its order, token, verdict. */
    Path effects() {
        return folder.resolve("effects.tsv");
    }

    /** At, fault, where, what struck. */
    Path faults() {
        return folder.resolve("faults.tsv");
    }

    /** At, then name=count of everything the ledger holds. */
    Path samples() {
        return folder.resolve("samples.tsv");
    }

    /** The ledger's table of this name, as exported at the end. */
    Path ledger(String table) {
        return folder.resolve("ledger-" + table + ".tsv");
    }
}
