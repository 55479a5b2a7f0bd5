package org.hotlinegateway.peer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** When a maintenance window is on, by Beijing time. 2021-09-11 is a Saturday. */
class MaintenanceWindowTest {
    @ParameterizedTest
    @CsvSource({
        "02:00/02:30, 2021-09-08T02:00:00+08:00, 2021-09-08T02:30:00+08:00",
        "02:00/02:30, 2021-09-08T02:30:00+08:00,",
        "02:00/02:30, 2021-09-07T18:29:59Z, 2021-09-08T02:30:00+08:00",
        "22:00/02:00, 2021-09-08T01:00:00+08:00, 2021-09-08T02:00:00+08:00",
        "22:00/02:00, 2021-09-08T23:00:00+08:00, 2021-09-09T02:00:00+08:00",
        "22:00/02:00, 2021-09-08T12:00:00+08:00,",
        "SAT 22:00/02:00, 2021-09-12T01:00:00+08:00, 2021-09-12T02:00:00+08:00",
        "SAT 22:00/02:00, 2021-09-11T01:00:00+08:00,",
        "saturday 22:00/02:00, 2021-09-11T22:00:00+08:00, 2021-09-12T02:00:00+08:00",
        "2021-09-08T22:00+08:00/2021-09-09T02:00+08:00, 2021-09-08T23:00:00+08:00, 2021-09-09T02:00:00+08:00",
        "2021-09-08T22:00+08:00/2021-09-09T02:00+08:00, 2021-09-09T02:00:00+08:00,"
    })
    void aWindowIsOnFromItsBeginningUntilItsEnd(String window, String now, @Nullable String ends) {
        assertThat(MaintenanceWindow.parse(window)
                        .endsAfter(OffsetDateTime.parse(now).toInstant()))
                .map(end ->
                        end.equals(OffsetDateTime.parse(String.valueOf(ends)).toInstant()))
                .isEqualTo(ends == null ? java.util.Optional.empty() : java.util.Optional.of(true));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "night",
                "02:00",
                "25:00/26:00",
                "XXX 02:00/03:00",
                "2021-09-09T02:00+08:00/2021-09-08T22:00+08:00",
                "2021-09-08T22:00/2021-09-09T02:00"
            })
    void whatIsNoWindowIsTold(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MaintenanceWindow.parse(text))
                .withMessageMatching(".*(expected 02:00/02:30, SAT 22:00/02:00.*|ends before it begins)");
    }

    @Test
    void severalStandInOneTextAndAreWrittenAsTheyWereRead() {
        assertThat(MaintenanceWindow.parseAll("02:00/02:30, SAT 22:00/02:00"))
                .extracting(MaintenanceWindow::toString)
                .containsExactly("02:00/02:30", "SAT 22:00/02:00");
        assertThat(MaintenanceWindow.parseAll(" ")).isEmpty();
    }
}
