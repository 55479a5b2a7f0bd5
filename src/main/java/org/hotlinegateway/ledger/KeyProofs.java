package org.hotlinegateway.ledger;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hotlinegateway.vault.FieldCipher;
import org.hotlinegateway.vault.Sealed;

/**
 * Whether a process has the storage keys of this ledger. The first gateway leaves a sealed word under its sealing key and
 * the search key's hash of it; whoever opens the ledger later must open all that was left. A ledger from before this was
 * kept is held to the oldest and newest of what is sealed in it.
 */
final class KeyProofs {
    private static final String TABLE = "storage_key";
    private static final String FIELD = "field.";
    private static final String SEARCH = "search";
    private static final String WORD = "hotline-gateway";

    private static final String OLDEST = "select receipt as name, raw_key as value_key, raw as value,"
            + " 'message:' || receipt as place from message order by id limit 3";
    private static final String NEWEST = OLDEST.replace("order by id", "order by id desc");
    private static final String CASES = "select case_no as name, document_key as value_key, document as value,"
            + " 'case:' || case_no as place from cases order by id desc limit 3";

    private final Sql sql;
    private final FieldCipher cipher;

    KeyProofs(Sql sql, FieldCipher cipher) {
        this.sql = sql;
        this.cipher = cipher;
    }

    /** Likewise {@link #refusal()}, of a ledger that is perhaps not yet brought up to date: then it is not known. */
    static Optional<String> refusal(Connection connection, FieldCipher cipher) throws SQLException {
        try (ResultSet tables = connection.getMetaData().getTables(null, null, TABLE, null)) {
            return tables.next() ? new KeyProofs(Sql.borrowing(connection), cipher).refusal() : Optional.empty();
        }
    }

    /**
     * Leaves what is not there yet; of two who begin at once, one waits for the other's commit.
     *
     * @throws IllegalStateException when the keys are not those of the ledger
     */
    void establish(Dialect dialect) {
        dialect.lockName(sql, TABLE);
        refusal().ifPresent(text -> {
            throw new IllegalStateException(text);
        });
        Set<String> known = known().stream().map(Value::name).collect(Collectors.toSet());
        Set<String> sealing = new LinkedHashSet<>(known.isEmpty() ? samples().keySet() : Set.of());
        sealing.add(cipher.keyIds().get(0));
        sealing.stream().filter(id -> !known.contains(FIELD + id)).forEach(this::leaveWord);
        if (!known.contains(SEARCH)) {
            leave(SEARCH, cipher.keyIds().get(0), searched());
        }
    }

    /** Why these keys are not those of the ledger, in words for an operator; empty when they are. */
    Optional<String> refusal() {
        List<Value> known = known();
        List<String> wrong = known.isEmpty() ? wrongSamples() : wrong(known);
        return wrong.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        "gateway.keys (or gateway.vault.key-file): these are not the storage keys of this ledger: "
                                + String.join(", ", wrong) + ". Given are field."
                                + String.join(", field.", cipher.keyIds())
                                + " and a search key. Expected the keys of the gateway that began the ledger, the same for"
                                + " every gateway on it; field keys that once sealed stay in the ring. Put them back, or"
                                + " choose the ledger that these keys belong to");
    }

    private List<String> wrong(List<Value> known) {
        List<String> fields = known.stream()
                .filter(proof -> !proof.name().equals(SEARCH) && !proves(proof, WORD))
                .map(proof -> wrongField(proof.name()))
                .toList();
        boolean searches = known.stream().allMatch(proof -> !proof.name().equals(SEARCH) || proves(proof, searched()));
        return fields.isEmpty() && !searches ? List.of("the search key is another one") : fields;
    }

    private String wrongField(String name) {
        boolean given = cipher.keyIds().contains(name.substring(FIELD.length()));
        return given ? name + " is another key" : name + " is missing";
    }

    private List<String> wrongSamples() {
        return samples().entrySet().stream()
                .filter(sample -> !sample.getValue())
                .map(sample -> wrongField(FIELD + sample.getKey()))
                .toList();
    }

    /** By key id, whether one of the values opens: a single damaged row says nothing of the key. */
    private Map<String, Boolean> samples() {
        return values().stream()
                .collect(Collectors.toMap(
                        value -> value.sealed().keyId(),
                        value -> opened(value).isPresent(),
                        Boolean::logicalOr,
                        TreeMap::new));
    }

    private List<Value> values() {
        return Stream.of(OLDEST, NEWEST, CASES)
                .flatMap(text ->
                        sql
                                .list(text, row -> new Value(row.text("name"), row.sealed("value"), row.text("place")))
                                .stream())
                .toList();
    }

    private List<Value> known() {
        return sql.list(
                "select name, proof_key, proof from storage_key order by name",
                row -> new Value(row.text("name"), row.sealed("proof"), place(row.text("name"))));
    }

    private boolean proves(Value proof, String text) {
        return opened(proof).filter(text::equals).isPresent();
    }

    private Optional<String> opened(Value value) {
        return Optional.ofNullable(cipher.openOrNull(value.sealed(), value.place()))
                .map(text -> new String(text, StandardCharsets.UTF_8));
    }

    private String searched() {
        return cipher.hashes().of(WORD);
    }

    private static String place(String name) {
        return TABLE + ":" + name;
    }

    private void leaveWord(String keyId) {
        leave(FIELD + keyId, keyId, WORD);
    }

    private void leave(String name, String keyId, String text) {
        Sealed proof = cipher.sealWith(keyId, text.getBytes(StandardCharsets.UTF_8), place(name));
        sql.update(
                "insert into storage_key (name, proof_key, proof) values (?, ?, ?)",
                name,
                proof.keyId(),
                proof.bytes());
    }

    /** Something sealed, and where. */
    private record Value(String name, Sealed sealed, String place) {}
}
