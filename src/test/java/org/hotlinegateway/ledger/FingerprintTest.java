package org.hotlinegateway.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import org.hotlinegateway.ledger.Fingerprint.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FingerprintTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            NOT_SENT | UNMAPPABLE        | REQUIRED BODY.SQBT, TYPE BODY.files[3].id | MAP    | REQUIRED          | BODY.SQBT, BODY.files[].id
            NOT_SENT | UNMAPPABLE        | table:causes;tables/causes.csv#a->b;X9;cause TABLE_MISS cause | MAP | TABLE_MISS | causes
            NOT_SENT | UNMAPPABLE        | REQUIRED a, REQUIRED bcdefg…              | MAP    | REQUIRED          | a
            REFUSED  | E104              | 申请人张三已存在                              | ANSWER | E104              | ''
            REFUSED  | 已存在              | 申请人张三已存在                              | ANSWER | OTHER             | ''
            REFUSED  | 13800000000       | no                                        | ANSWER | #                 | ''
            REFUSED  | HTTP_403          | the peer turned the request away          | ANSWER | HTTP_403          | ''
            UNKNOWN  | ANSWER_UNREADABLE | HTTP 200: REQUIRED outcome                | ANSWER | ANSWER_UNREADABLE | outcome
            UNKNOWN  | NO_ANSWER         | SocketTimeoutException                    | SEND   | NO_ANSWER         | ''
            """)
    void aHeldDeliveryIsKnownByStageCodeAndPlace(
            String outcome, String code, String text, Stage stage, String told, String place) {
        assertThat(Fingerprint.ofDelivery("hotline", outcome, code, text))
                .isEqualTo(new Fingerprint(stage, told, "hotline", place));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            TABLE_MISS regions payload.place.regionCode                            | TRANSLATE | TABLE_MISS   | regions
            TABLE_MISS regions                                                     | TRANSLATE | TABLE_MISS   | regions
            translate: TYPE payload.at[2].on (no date); LENGTH payload.title (101) | TRANSLATE | TYPE         | payload.at[].on, payload.title
            INTERNAL payload.x                                                     | TRANSLATE | INTERNAL     | payload.x
            HALL_UNKNOWN: mappings/tables/halls.csv: no hall with code X           | DECIDE    | HALL_UNKNOWN | mappings/tables/halls.csv
            EXPLANATION_MISSING: payload.explanation is required when              | DECIDE    | EXPLANATION_MISSING | payload.explanation
            ORDER_UNKNOWN: no case under this number of hotline                    | DECIDE    | ORDER_UNKNOWN | ''
            decide: NullPointerException 6 times                                   | DECIDE    | FAULT        | NullPointerException
            mapping://window-event-to-case-event: StackOverflowError 6 times       | TRANSLATE | FAULT        | StackOverflowError
            the order is unknown                                                   | DECIDE    | OTHER        | ''
            """)
    void aParkedMessageIsKnownByStageCodeAndPlace(String reason, Stage stage, String code, String place) {
        assertThat(Fingerprint.ofMessage("window", reason)).isEqualTo(new Fingerprint(stage, code, "window", place));
    }

    @Test
    void nothingOfAPersonIsInIt() {
        assertThat(Fingerprint.ofMessage("window", "EVENT_UNREADABLE: payload.张三13800000000.x")
                        .toString())
                .doesNotContain("张三", "13800000000");
        assertThat(Fingerprint.ofDelivery("hotline", "REFUSED", "张三 13800000000", "张三")
                        .toString())
                .doesNotContain("张三", "13800000000");
    }
}
