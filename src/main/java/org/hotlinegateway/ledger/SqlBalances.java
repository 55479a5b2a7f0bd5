package org.hotlinegateway.ledger;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hotlinegateway.ledger.BalanceSql.Count;
import org.hotlinegateway.ledger.BalanceSql.Mark;
import org.hotlinegateway.ledger.DaySheet.Kind;
import org.hotlinegateway.ledger.LedgerBalance.Lane;
import org.jspecify.annotations.Nullable;

/** Balance sheets in the ledger's own database; each row is counted in one place only. */
final class SqlBalances implements Balances {
    private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");

    private final SqlLedger ledger;
    private final Clock clock;

    SqlBalances(SqlLedger ledger, Clock clock) {
        this.ledger = ledger;
        this.clock = clock;
    }

    /** Rows from one mark to the next: a day, or what is after the last mark. */
    private record Range(LocalDate day, long message, long toMessage, long delivery, long toDelivery) {
        static Range between(Mark before, Mark mark) {
            return new Range(mark.day(), before.message(), mark.message(), before.delivery(), mark.delivery());
        }

        static Range after(Mark last, LocalDate today) {
            return new Range(today, last.message(), Long.MAX_VALUE, last.delivery(), Long.MAX_VALUE);
        }

        List<Count> counted(Tables tables) {
            return tables.balances().counts(message, toMessage, delivery, toDelivery);
        }
    }

    @Override
    public int keep() {
        LocalDate today = today();
        int days = 0;
        for (Range open : ledger.read(this::openDays)) {
            keep(open);
            days++;
        }
        for (Range next = ledger.read(tables -> nextDay(tables, today));
                next != null;
                next = ledger.read(tables -> nextDay(tables, today))) {
            keep(next);
            days++;
        }
        return days;
    }

    /** Counts outside the writer's transaction: a day may have many rows. */
    private void keep(Range day) {
        List<Count> counts = ledger.read(day::counted);
        long open = counts.stream().mapToLong(c -> c.waiting() + c.held()).sum();
        Mark mark = new Mark(day.day(), day.toMessage(), day.toDelivery(), open);
        ledger.submit(tx -> tx.tables().balances().keep(mark, counts, tx.now())).join();
    }

    private @Nullable Range nextDay(Tables tables, LocalDate today) {
        Mark last = last(tables.balances().marks());
        Instant first = tables.balances().firstAfter(last.message(), last.delivery());
        LocalDate day = first == null ? today : first.atZone(BEIJING).toLocalDate();
        day = day.isAfter(last.day()) ? day : last.day().plusDays(1);
        if (!day.isBefore(today)) {
            return null;
        }
        Instant end = day.plusDays(1).atStartOfDay(BEIJING).toInstant();
        return new Range(
                day,
                last.message(),
                tables.balances().lastMessage(last.message(), end),
                last.delivery(),
                tables.balances().lastDelivery(last.delivery(), end));
    }

    /** Kept days in which something was open when they were counted, or is open again. */
    private List<Range> openDays(Tables tables) {
        List<Mark> marks = tables.balances().marks();
        Mark last = last(marks);
        List<Long> messages = tables.balances().openMessages(last.message());
        List<Long> deliveries = tables.balances().openDeliveries(last.delivery());
        List<Range> open = new ArrayList<>();
        Mark before = start();
        for (Mark mark : marks) {
            Range day = Range.between(before, mark);
            boolean now = messages.stream().anyMatch(id -> id > day.message() && id <= day.toMessage())
                    || deliveries.stream().anyMatch(id -> id > day.delivery() && id <= day.toDelivery());
            if (now || mark.openRows() > 0) {
                open.add(day);
            }
            before = mark;
        }
        return open;
    }

    @Override
    public List<DaySheet> sheets(LocalDate from, LocalDate to) {
        return ledger.read(tables -> {
            List<DaySheet> all = new ArrayList<>(tables.balances().kept(from, to));
            Range rest = Range.after(last(tables.balances().marks()), today());
            if (!today().isBefore(from) && !today().isAfter(to)) {
                rest.counted(tables).forEach(count -> all.add(count.on(today())));
            }
            return all;
        });
    }

    /** What is where, over all time: closed days as kept, the rest counted now. */
    LedgerBalance total() {
        return ledger.read(tables -> {
            List<Range> rest = new ArrayList<>(openDays(tables));
            List<LocalDate> open = rest.stream().map(Range::day).toList();
            rest.add(Range.after(last(tables.balances().marks()), today()));
            Map<MessageState, Long> messages = new EnumMap<>(MessageState.class);
            Map<String, Lane> lanes = new TreeMap<>();
            tables.balances().closedDays(open).forEach(count -> add(count, messages, lanes));
            for (Range range : rest) {
                tables.messages()
                        .balance(range.message(), range.toMessage())
                        .forEach((state, count) -> messages.merge(state, count, Long::sum));
                tables.deliveries()
                        .balance(range.delivery(), range.toDelivery())
                        .forEach(lane -> add(lane, lanes));
            }
            return new LedgerBalance(Map.copyOf(messages), List.copyOf(lanes.values()));
        });
    }

    private static void add(Count kept, Map<MessageState, Long> messages, Map<String, Lane> lanes) {
        if (kept.kind() == Kind.MESSAGE) {
            addIfAny(messages, MessageState.APPLIED, kept.delivered());
            addIfAny(messages, MessageState.DISCARDED, kept.skipped());
        } else {
            add(new Lane(kept.peer(), DeliveryState.ACKNOWLEDGED, kept.delivered(), kept.oldest()), lanes);
            add(new Lane(kept.peer(), DeliveryState.SKIPPED, kept.skipped(), kept.oldest()), lanes);
        }
    }

    private static void addIfAny(Map<MessageState, Long> messages, MessageState state, long count) {
        if (count > 0) {
            messages.merge(state, count, Long::sum);
        }
    }

    private static void add(Lane lane, Map<String, Lane> lanes) {
        if (lane.count() > 0) {
            lanes.merge(lane.peer() + " " + lane.state(), lane, Lane::plus);
        }
    }

    private LocalDate today() {
        return clock.instant().atZone(BEIJING).toLocalDate();
    }

    private static Mark last(List<Mark> marks) {
        return marks.isEmpty() ? start() : marks.get(marks.size() - 1);
    }

    private static Mark start() {
        return new Mark(LocalDate.EPOCH, 0, 0, 0);
    }
}
