package org.hotlinegateway.ledger;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What is in a backup.
 *
 * @param format version of the file format
 * @param takenAt when; everything acknowledged before is in it
 * @param schema version of the ledger's schema
 * @param rows how many rows the main tables have
 * @param keyIds ids of the storage keys without which it cannot be read
 * @param files SHA-256 of each file in it, by name
 */
public record BackupManifest(
        int format,
        Instant takenAt,
        String schema,
        Map<String, Long> rows,
        Set<String> keyIds,
        Map<String, String> files) {
    static final int FORMAT = 1;

    public BackupManifest {
        rows = new TreeMap<>(rows);
        keyIds = new TreeSet<>(keyIds);
        files = new TreeMap<>(files);
    }

    static BackupManifest of(LedgerState state, Instant takenAt) {
        return new BackupManifest(FORMAT, takenAt, state.schema(), state.rows(), state.keyIds(), Map.of());
    }

    BackupManifest with(Map<String, String> hashes) {
        return new BackupManifest(format, takenAt, schema, rows, keyIds, hashes);
    }
}
