package org.hotlinegateway.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SignaturesTest {
    private static final byte[] BODY =
            "{\"caseNo\":\"BBCS-442000002-20210908-0016\",\"event\":\"CASE_CREATED\"}".getBytes(StandardCharsets.UTF_8);
    private static final Signatures.Stamp STAMP =
            new Signatures.Stamp("window-dongqu", "1631087580000", "3f9c1b7e5a2d4c60");

    @Test
    void theHandbookVectorsHold() {
        assertThat(Signatures.sign("HMAC-SM3", Caller.SECRET, "POST", "/api/v1/window/events", STAMP, BODY))
                .isEqualTo("76e9d883191559941c2fed2e92078d9800b5356fabd2223c7c938d72c0e05848");
        assertThat(Signatures.sign("HMAC-SHA256", Caller.SECRET, "POST", "/api/v1/window/events", STAMP, BODY))
                .isEqualTo("a61eb43768cc641caa68ebfe216759520171d50f005b893a7698cc5eea28414b");
    }

    @Test
    void theMarkOfALegacyHeadLeavesItselfOut() {
        Map<String, String> head = Map.of(
                "LY", "BBCS", "YWLX", "GDTB", "LSH", "W20210908155300-0016", "SJ", "20210908155301", "QM", "anything");

        assertThat(Signatures.headMark(head, Caller.SECRET, LegacyXml.GBK))
                .isEqualTo("5BA65E9998224885D26BFBBE8768C477");
    }
}
