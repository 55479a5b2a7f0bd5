package org.hotlinegateway.faults;

import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A message of the window. Its id is a token that also stands in its text, so that every peer's request can be traced
 * to it.
 *
 * @param key its id
 * @param caseNo its case
 * @param version 1 registers the case, further ones supplement it
 * @param body its bytes; the same whenever it is sent again
 */
record WindowMessage(String key, String caseNo, int version, byte[] body) {
    private static final ZoneOffset BEIJING = ZoneOffset.ofHours(8);
    private static final Pattern KEY = Pattern.compile("T[a-z0-9]+c(\\d+)v(\\d+)");
    private static final int NUMBERS_A_DAY = 9_000;
    private static final int DAYS = 28;

    /**
     * Writes a message.
     *
     * @param run mark of the run, lower case letters and digits
     * @param number of the case in the run; even ones go to the legacy hotline, odd ones to the modern
     */
    static WindowMessage of(String run, int number, int version) {
        String key = "T%sc%dv%d".formatted(run, number, version);
        String caseNo = caseNo(number);
        String at = OffsetDateTime.now(BEIJING).truncatedTo(ChronoUnit.SECONDS).toString();
        String head = "{\"msgId\":\"%s\",\"event\":\"%s\",\"version\":%d,\"occurredAt\":\"%s\",\"caseNo\":\"%s\","
                .formatted(key, version == 1 ? "CASE_CREATED" : "CASE_SUPPLEMENT", version, at, caseNo);
        String rest = version == 1 ? created(key, number) : supplement(key);
        return new WindowMessage(key, caseNo, version, (head + rest).getBytes(StandardCharsets.UTF_8));
    }

    /** A message by its key, as far as the key tells: without its bytes. */
    static Named named(String key) {
        Matcher matcher = KEY.matcher(key);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("not a key of a sender: " + key);
        }
        int number = Integer.parseInt(matcher.group(1));
        return new Named(number, Integer.parseInt(matcher.group(2)), caseNo(number));
    }

    /** What a key tells. */
    record Named(int number, int version, String caseNo) {}

    /** The same id with another content. */
    WindowMessage contradicted() {
        String other =
                new String(body, StandardCharsets.UTF_8).replace("反映人", "反映者").replace("登记", "登录");
        return new WindowMessage(key, caseNo, version, other.getBytes(StandardCharsets.UTF_8));
    }

    String hash() {
        return DoorSignature.sha256(body);
    }

    static boolean isLegacy(int number) {
        return number % 2 == 0;
    }

    private static String caseNo(int number) {
        int day = 1 + number / NUMBERS_A_DAY % DAYS;
        String region = isLegacy(number) ? "442000002" : "442000004";
        return "BBCS-%s-20%02d11%02d-%04d"
                .formatted(region, 26 + number / NUMBERS_A_DAY / DAYS, day, 1 + number % NUMBERS_A_DAY);
    }

    private static String created(String key, int number) {
        String hall = isLegacy(number) ? "ZS-DQ" : "ZS-XQ";
        String region = isLegacy(number) ? "442000002000" : "442000004000";
        return """
                "hall":{"code":"%s","name":"政务服务大厅","region":"%s","window":"BBCS-1","registrar":"窗口01"},\
                "applicant":{"kind":"PERSON","name":"测试甲","gender":"1","phone":"13800000000","secret":false},\
                "item":{"code":"11442000MB000000053442031001000","name":"个体工商户设立登记"},\
                "cause":["MULTI_DEPT"],"appealType":"HELP","title":"住宅作经营场所登记受阻",\
                "content":"〔%s〕拟用住宅登记经营场所,材料涉及多个部门。","handling":"HOTLINE","outOfScope":false,\
                "urgent":false,"dept":"ORG-DQJD"}""".formatted(hall, region, key);
    }

    private static String supplement(String key) {
        return """
                "supplement":"〔%s〕补充公示材料。","reason":"反映人补充"}""".formatted(key);
    }
}
