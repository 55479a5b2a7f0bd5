package org.hotlinegateway.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReplyTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "202|{\"receipt\":\"1\"}|true",
                "200|{\"success\":true,\"code\":\"10000\"}|true",
                "200|{\"success\":false,\"code\":\"40002\"}|false",
                "200|<RESULT><CODE>0</CODE></RESULT>|true",
                "200|<RESULT><CODE>9</CODE></RESULT>|true",
                "200|<RESULT><CODE>2</CODE></RESULT>|false",
                "200|{\"status\":\"0\",\"text\":\"x\"}|false",
                "503|{\"receipt\":\"1\"}|false"
            })
    void aReplyIsTakenWhenStatusAndEnvelopeSaySo(int status, String body, boolean taken) {
        assertThat(new Reply(status, body).taken()).isEqualTo(taken);
    }
}
