package org.hotlinegateway.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.hotlinegateway.ledger.DaySheet.Kind;
import org.hotlinegateway.ledger.Settlement.Outcome;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How every ledger keeps its balance sheets, whatever database is under it. */
abstract class BalanceContract extends LedgerFixture {
    private static final LocalDate DAY = LocalDate.parse("2021-09-08");
    private static final Duration ONE_DAY = Duration.ofDays(1);

    private Balances balances;

    @BeforeEach
    void balances() {
        balances = new SqlBalances(ledger, clock);
    }

    @Test
    void aDayThatIsNotOverIsCountedNowAndNotKept() {
        accepted("W1", "lane");
        assertThat(balances.keep()).isZero();
        assertThat(sheets()).containsExactly(sheet(Kind.MESSAGE, "window", 1, 0, 1, 0, 0));
    }

    @Test
    void acceptedIsDeliveredAndWaitingAndHeldAndSkipped() {
        apply(accepted("W1", "a"));
        accepted("W2", "b");
        write(tx -> {
            tx.discard(ledger.messagesIn(MessageState.RECEIVED, 1).get(0).id(), "rule");
            return true;
        });
        List<Long> ids = caseWithDeliveries(Sample.CASE, 4);
        settle(claim(ids.get(0)).orElseThrow(), Sample.acknowledged());
        settle(claim(ids.get(1)).orElseThrow(), Sample.held(Outcome.REFUSED));
        ledger.skip(ids.get(1), "staff", "why").join();
        settle(claim(ids.get(2)).orElseThrow(), Sample.held(Outcome.REFUSED));
        clock.move(ONE_DAY);

        assertThat(balances.keep()).isEqualTo(1);

        assertThat(sheets())
                .containsExactly(
                        sheet(Kind.DELIVERY, "hotline", 4, 1, 1, 1, 1), sheet(Kind.MESSAGE, "window", 2, 1, 0, 0, 1));
        assertThat(sheets()).allMatch(DaySheet::isBalanced);
    }

    @Test
    void aDayWithSomethingOpenIsCountedAgainUntilItIsClosed() {
        long id = caseWithDeliveries(Sample.CASE, 1).get(0);
        clock.move(ONE_DAY);
        assertThat(balances.keep()).isEqualTo(1);
        assertThat(sheets()).containsExactly(sheet(Kind.DELIVERY, "hotline", 1, 0, 1, 0, 0));

        settle(claim(id).orElseThrow(), Sample.acknowledged());
        assertThat(balances.keep()).isEqualTo(1);
        assertThat(sheets()).containsExactly(sheet(Kind.DELIVERY, "hotline", 1, 1, 0, 0, 0));
        assertThat(balances.keep()).isZero();
    }

    @Test
    void aClosedDayIsCountedAgainWhenSomethingOfItIsOpenAgain() {
        long id = caseWithDeliveries(Sample.CASE, 1).get(0);
        settle(claim(id).orElseThrow(), Sample.acknowledged());
        clock.move(ONE_DAY);
        balances.keep();
        new SqlReconciliations(ledger)
                .note(
                        1,
                        new NewFinding(
                                "hotline",
                                Finding.Kind.OURS_ONLY,
                                "K",
                                id,
                                Sample.CASE,
                                Sample.NOW,
                                null,
                                null,
                                null,
                                null),
                        Finding.Cure.RESEND,
                        (tx, delivery, finding) -> {})
                .join();

        assertThat(ledger.balance().deliveries())
                .extracting(LedgerBalance.Lane::state)
                .containsExactly(DeliveryState.READY);
        assertThat(balances.keep()).isEqualTo(1);
        assertThat(sheets()).containsExactly(sheet(Kind.DELIVERY, "hotline", 1, 0, 1, 0, 0));
    }

    @Test
    void theTotalIsTheSameWhetherDaysAreKeptOrNot() {
        for (int day = 0; day < 4; day++) {
            String caseNo = "BBCS-442000002-20210908-100" + day;
            apply(accepted("W" + day, "a"));
            List<Long> ids = caseWithDeliveries(caseNo, 2);
            settle(claim(ids.get(0)).orElseThrow(), Sample.acknowledged());
            if (day % 2 == 0) {
                settle(claim(ids.get(1)).orElseThrow(), Sample.acknowledged());
            }
            clock.move(ONE_DAY.multipliedBy(1 + day % 2));
        }
        LedgerBalance before = ledger.balance();
        assertThat(balances.keep()).isEqualTo(4);
        assertThat(ledger.balance()).isEqualTo(before);
        assertThat(balances.sheets(DAY, DAY.plusDays(9))).hasSize(5).allMatch(DaySheet::isBalanced);
    }

    @Test
    void aSheetThatMissesSomethingIsNotBalanced() {
        assertThat(sheet(Kind.MESSAGE, "window", 3, 1, 1, 0, 0).isBalanced()).isFalse();
    }

    private List<DaySheet> sheets() {
        return balances.sheets(DAY, DAY);
    }

    private static DaySheet sheet(
            Kind kind, String peer, long accepted, long delivered, long waiting, long held, long skipped) {
        return new DaySheet(DAY, kind, peer, accepted, delivered, waiting, held, skipped);
    }
}
