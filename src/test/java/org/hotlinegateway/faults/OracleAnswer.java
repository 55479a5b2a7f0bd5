package org.hotlinegateway.faults;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** An answer in a peer's own words. */
record OracleAnswer(int status, String contentType, byte[] body) {
    private static final Charset GBK = Charset.forName("GBK");

    static OracleAnswer json(int status, String body) {
        return new OracleAnswer(status, "application/json; charset=utf-8", body.getBytes(StandardCharsets.UTF_8));
    }

    static OracleAnswer window(OracleMemory.Taken taken) {
        return json(
                taken.again() ? 200 : 202,
                "{\"receipt\":\"R-%s\",\"duplicate\":%s}".formatted(taken.key(), taken.again()));
    }

    static OracleAnswer hotline(OracleMemory.Taken taken) {
        return json(
                200,
                "{\"success\":%s,\"code\":\"%s\",\"message\":\"%s\",\"resultData\":{\"orderNo\":\"%s\"}}"
                        .formatted(
                                !taken.again(),
                                taken.again() ? "20409" : "10000",
                                taken.again() ? "重复推送" : "",
                                taken.number()));
    }

    static OracleAnswer legacy(OracleMemory.Taken taken) {
        String xml =
                "<?xml version=\"1.0\" encoding=\"GBK\"?><RESULT><CODE>%s</CODE><MSG>%s</MSG><GDBH>%s</GDBH></RESULT>"
                        .formatted(taken.again() ? "9" : "0", taken.again() ? "重复推送" : "成功", taken.number());
        return new OracleAnswer(200, "text/xml; charset=GBK", xml.getBytes(GBK));
    }

    static OracleAnswer supervision(OracleMemory.Taken taken) {
        return json(200, "{\"status\":\"1\",\"text\":\"\",\"custom\":{\"feedSeq\":%s}}".formatted(taken.key()));
    }
}
