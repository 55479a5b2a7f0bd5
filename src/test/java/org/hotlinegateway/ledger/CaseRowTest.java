package org.hotlinegateway.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The rows that numbers ask for. */
class CaseRowTest {
    @Test
    void casesOfAboutTheSameTimeStandSideBySide() {
        List<String> inOrder = List.of(
                "BBCS-442000002-20001231-0001",
                "BBCS-442000002-20210908-0001",
                "BBCS-442000114-20210908-0001",
                "BBCS-442000001-20210908-0002",
                "BBCS-442000001-20210908-9999",
                "BBCS-442000001-20210908-250000",
                "BBCS-442000001-20210909-0001",
                "BBCS-442000001-20210930-0001",
                "BBCS-442000001-20211001-0001",
                "BBCS-442000001-20211231-0001",
                "BBCS-442000001-20220101-0001",
                "BBCS-442000001-20991231-0001");
        assertThat(inOrder).extracting(CaseRow::of).isSorted().doesNotHaveDuplicates();
        assertThat(CaseRow.of(inOrder.get(0))).isPositive();
    }

    @Test
    void numbersOfAnotherFormHaveTheirRowsBelowZero() {
        List<String> others = List.of(
                "",
                "A",
                "办不成事",
                "BBCS-442000002-20210908",
                "BBCS-442000002-20210908-",
                "BBCS-442000002-20210908-1234567",
                "BBCS-442000002-20210908-00x6",
                "BBCS-442000002-19990908-0016",
                "bbcs-442000002-20210908-0016",
                " BBCS-442000002-20210908-0016");
        assertThat(others)
                .extracting(CaseRow::of)
                .allSatisfy(row -> assertThat(row).isNegative())
                .doesNotHaveDuplicates();
    }
}
