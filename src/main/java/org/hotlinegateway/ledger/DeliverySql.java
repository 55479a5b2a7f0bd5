package org.hotlinegateway.ledger;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Queries on deliveries for staff and for the balance. */
final class DeliverySql {
    private static final String SELECT =
            "select d.*, c.case_no from delivery d join cases c on c.id = d.case_id where ";

    static final String OPEN_IN = SELECT + "d.settled_at is null and d.state = ? order by d.created_at, d.id limit ?";

    static final String OF_CASE = SELECT + "c.case_no = ? order by d.id";

    private static final String SETTLED_IN = SELECT + "d.state = ? order by d.id desc limit ?";

    private static final String COUNT =
            "select peer, state, count(*) as number, min(created_at) as oldest from delivery";

    private static final String COUNTED = " group by peer, state order by peer, state";

    static final String RANGE = COUNT + " where id > ? and id <= ?" + COUNTED;

    static final String OPEN = COUNT + " where settled_at is null" + COUNTED;

    private final Sql sql;

    DeliverySql(Sql sql) {
        this.sql = sql;
    }

    Optional<StoredDelivery> find(long id) {
        return sql.first(SELECT + "d.id = ?", DeliverySql::delivery, id);
    }

    List<StoredDelivery> of(String caseNo) {
        return sql.list(OF_CASE, DeliverySql::delivery, caseNo);
    }

    List<StoredDelivery> in(DeliveryState state, int limit) {
        boolean settled = state == DeliveryState.ACKNOWLEDGED || state == DeliveryState.SKIPPED;
        return sql.list(settled ? SETTLED_IN : OPEN_IN, DeliverySql::delivery, state, limit);
    }

    /** Of the deliveries with numbers above one and up to another. */
    List<LedgerBalance.Lane> balance(long after, long to) {
        return lanes(RANGE, after, to);
    }

    List<LedgerBalance.Lane> open() {
        return lanes(OPEN);
    }

    private List<LedgerBalance.Lane> lanes(String text, Object... values) {
        return sql.list(
                text,
                row -> new LedgerBalance.Lane(
                        row.text("peer"),
                        DeliveryState.valueOf(row.text("state")),
                        row.number("number"),
                        row.instantOrNull("oldest")),
                values);
    }

    private static StoredDelivery delivery(Row row) throws SQLException {
        return new StoredDelivery(
                row.number("id"),
                row.text("peer"),
                row.text("case_no"),
                row.count("seq"),
                row.text("event_type"),
                DeliveryState.valueOf(row.text("state")),
                row.instant("due"),
                row.count("attempts"),
                row.textOrNull("last_outcome"),
                row.textOrNull("last_code"),
                row.textOrNull("last_text"),
                row.textOrNull("peer_reference"),
                row.textOrNull("mapping_digest"),
                row.instant("created_at"),
                row.instantOrNull("settled_at"),
                row.textOrNull("part"));
    }
}
