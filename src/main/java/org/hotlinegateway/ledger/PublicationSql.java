package org.hotlinegateway.ledger;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Statements on mapping sets, their publications, and the gateways that run them. */
final class PublicationSql {
    static final String NEWEST = "select * from publication order by id desc limit ?";
    static final String HOLDS = "select 1 as found from publication where digest = ? limit 1";
    static final String FILES = "select files from mapping_set where digest = ?";

    private static final String KEEP =
            "insert into mapping_set (digest, files) values (?, ?) on conflict (digest) do nothing";
    private static final String PUBLISH = """
            insert into publication (digest, at, cause, done_by, instance, reason) values (?, ?, ?, ?, ?, ?)
            returning *""";
    private static final String RUNNING = """
            insert into instance (name, digest, publication, since, seen_at, note) values (?, ?, ?, ?, ?, ?)
            on conflict (name) do update set digest = excluded.digest, publication = excluded.publication,
                since = excluded.since, seen_at = excluded.seen_at, note = excluded.note""";
    private static final String INSTANCES = "select * from instance where seen_at >= ? order by name";

    private final Sql sql;
    private final Dialect dialect;

    PublicationSql(Sql sql, Dialect dialect) {
        this.sql = sql;
        this.dialect = dialect;
    }

    Publication publish(NewPublication set, Instant now) {
        dialect.lockName(sql, "publication");
        return newest().filter(newest -> newest.digest().equals(set.digest())).orElseGet(() -> added(set, now));
    }

    private Publication added(NewPublication set, Instant now) {
        sql.update(KEEP, set.digest(), set.files());
        return sql.first(
                        PUBLISH,
                        PublicationSql::publication,
                        set.digest(),
                        now,
                        set.cause(),
                        set.by(),
                        set.instance(),
                        set.reason())
                .orElseThrow();
    }

    Optional<Publication> newest() {
        return sql.first(NEWEST, PublicationSql::publication, 1);
    }

    List<Publication> history(int limit) {
        return sql.list(NEWEST, PublicationSql::publication, limit);
    }

    boolean holds(String digest) {
        return sql.first(HOLDS, row -> true, digest).isPresent();
    }

    Optional<byte[]> files(String digest) {
        return sql.first(FILES, row -> row.bytes("files"), digest);
    }

    boolean running(InstanceState state) {
        return sql.update(
                        RUNNING,
                        state.name(),
                        state.digest(),
                        state.publication(),
                        state.since(),
                        state.seenAt(),
                        state.note())
                > 0;
    }

    List<InstanceState> instances(Instant seenSince) {
        return sql.list(INSTANCES, PublicationSql::instance, seenSince);
    }

    private static Publication publication(Row row) throws SQLException {
        return new Publication(
                row.number("id"),
                row.text("digest"),
                row.instant("at"),
                row.text("cause"),
                row.text("done_by"),
                row.text("instance"),
                row.text("reason"));
    }

    private static InstanceState instance(Row row) throws SQLException {
        return new InstanceState(
                row.text("name"),
                row.text("digest"),
                row.number("publication"),
                row.instant("since"),
                row.instant("seen_at"),
                row.textOrNull("note"));
    }
}
