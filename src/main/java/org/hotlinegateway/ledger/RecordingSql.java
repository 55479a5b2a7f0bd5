package org.hotlinegateway.ledger;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hotlinegateway.ledger.Recorded.Kind;
import org.hotlinegateway.ledger.Recorded.Place;
import org.hotlinegateway.vault.DoesNotOpen;
import org.hotlinegateway.vault.FieldCipher;
import org.jspecify.annotations.Nullable;

/** Queries on what was converted. */
final class RecordingSql implements Recordings {
    private static final byte[] NOTHING = {};
    private static final Pattern NUMBER = Pattern.compile("\\d{1,18}");
    private static final Pattern ADDRESS = Pattern.compile("(.+)/(\\d{1,9})/([^/]+)");

    private static final String MESSAGE = "select * from message where ";

    private static final String DELIVERY = """
            select d.id, d.peer, d.seq, d.event_type, d.created_at, c.case_no, e.document_key, e.document,
                a.id as attempt_id, a.attempt, a.at, a.conversions_key, a.conversions
            from delivery d join cases c on c.id = d.case_id join event e on e.case_id = d.case_id and e.seq = d.seq
            """;

    private static final String ONE_DELIVERY = DELIVERY + """
            left join attempt a on a.id = (
                select max(b.id) from attempt b where b.delivery_id = d.id and b.conversions_key is not null)""";

    private static final String BETWEEN_ATTEMPTS = """
            (a.at, a.id) > (?, ?) and a.at < ? and a.conversions_key is not null and not exists (
                select 1 from attempt b where b.delivery_id = a.delivery_id and b.id > a.id
                and b.conversions_key is not null)""";

    private static final String BETWEEN_MESSAGES =
            "(received_at, id) > (?, ?) and received_at < ? and conversions_key is not null";

    static final String MESSAGES = MESSAGE + BETWEEN_MESSAGES + "%s order by received_at, id limit ?";

    static final String DELIVERIES = DELIVERY + "join attempt a on a.delivery_id = d.id where " + BETWEEN_ATTEMPTS
            + "%s order by a.at, a.id limit ?";

    private static final String COUNT_MESSAGES = "select count(*) as number from message where " + BETWEEN_MESSAGES;

    private static final String COUNT_DELIVERIES =
            "select count(*) as number from attempt a join delivery d on d.id = a.delivery_id where "
                    + BETWEEN_ATTEMPTS;

    private final Sql sql;
    private final FieldCipher cipher;

    RecordingSql(Sql sql, FieldCipher cipher) {
        this.sql = sql;
        this.cipher = cipher;
    }

    @Override
    public Optional<Recorded> recordedMessage(String id) {
        return NUMBER.matcher(id).matches()
                ? sql.first(MESSAGE + "id = ?", row -> message(row, true), Long.valueOf(id))
                : sql.first(MESSAGE + "receipt = ?", row -> message(row, true), id);
    }

    @Override
    public Optional<Recorded> recordedDelivery(String id) {
        if (NUMBER.matcher(id).matches()) {
            return sql.first(ONE_DELIVERY + " where d.id = ?", row -> delivery(row, true), Long.valueOf(id));
        }
        Matcher address = ADDRESS.matcher(id);
        return address.matches()
                ? sql.first(
                        ONE_DELIVERY + " where c.case_no = ? and d.seq = ? and d.peer = ?",
                        row -> delivery(row, true),
                        address.group(1),
                        Integer.valueOf(address.group(2)),
                        address.group(3))
                : Optional.empty();
    }

    @Override
    public List<Recorded> recordedMessages(Period period, Place after, int limit) {
        return sql.list(
                MESSAGES.formatted(only(period, "peer")),
                evenDamaged(this::message),
                values(period, after, Integer.valueOf(limit)));
    }

    @Override
    public List<Recorded> recordedDeliveries(Period period, Place after, int limit) {
        return sql.list(
                DELIVERIES.formatted(only(period, "d.peer")),
                evenDamaged(this::delivery),
                values(period, after, Integer.valueOf(limit)));
    }

    @Override
    public long countRecorded(Period period) {
        Place start = Place.startOf(period);
        return count(COUNT_MESSAGES + only(period, "peer"), values(period, start, null))
                + count(COUNT_DELIVERIES + only(period, "d.peer"), values(period, start, null));
    }

    private long count(String text, @Nullable Object[] values) {
        return sql.first(text, row -> row.number("number"), values).orElse(0L);
    }

    @Override
    public List<byte[]> documents(List<Long> deliveryIds) {
        List<byte[]> documents = new ArrayList<>();
        for (Long id : deliveryIds) {
            sql.first(ONE_DELIVERY + " where d.id = ?", row -> delivery(row, true), id)
                    .ifPresent(found -> documents.add(found.document()));
        }
        return documents;
    }

    private static String only(Period period, String column) {
        return period.peer() == null ? "" : " and " + column + " = ?";
    }

    private static @Nullable Object[] values(Period period, Place after, @Nullable Integer limit) {
        List<@Nullable Object> values = new ArrayList<>(List.of(after.at(), after.number(), period.until()));
        if (period.peer() != null) {
            values.add(period.peer());
        }
        if (limit != null) {
            values.add(limit);
        }
        return values.toArray();
    }

    private interface Reading {
        Recorded read(Row row, boolean opens) throws SQLException;
    }

    private static Row.Mapper<Recorded> evenDamaged(Reading reading) {
        return row -> {
            try {
                return reading.read(row, true);
            } catch (DoesNotOpen damaged) {
                return reading.read(row, false);
            }
        };
    }

    private Recorded message(Row row, boolean opens) throws SQLException {
        String receipt = row.text("receipt");
        return new Recorded(
                Kind.MESSAGE,
                row.number("id"),
                receipt,
                row.text("peer"),
                row.text("name"),
                row.instant("received_at"),
                opens ? cipher.open(row.sealed("raw"), MessageSql.place(receipt)) : NOTHING,
                opens ? ConversionRow.in(row, MessageSql.conversionsPlace(receipt), cipher) : List.of(),
                new Place(row.instant("received_at"), row.number("id")),
                opens);
    }

    private Recorded delivery(Row row, boolean opens) throws SQLException {
        long id = row.number("id");
        String caseNo = row.text("case_no");
        int seq = row.count("seq");
        Long attempt = row.numberOrNull("attempt_id");
        return new Recorded(
                Kind.DELIVERY,
                id,
                caseNo + "/" + seq + "/" + row.text("peer"),
                row.text("peer"),
                row.text("event_type"),
                attempt == null ? row.instant("created_at") : row.instant("at"),
                opens ? cipher.open(row.sealed("document"), EventSql.place(caseNo, seq)) : NOTHING,
                opens
                        ? ConversionRow.in(row, AttemptSql.conversionsPlace(id, row.count("attempt")), cipher)
                        : List.of(),
                new Place(row.instant("at"), attempt == null ? 0 : attempt),
                opens);
    }
}
