package org.hotlinegateway.faults;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a request means to the business of a peer, whatever key it travels under: the same meaning twice is a doubled
 * effect. Read from the raw bytes, since numbers, codes and tokens are ASCII in every dialect.
 *
 * @param key what the peer tells repeats by
 * @param identity what is done: {@code case/order}, or {@code case/<sequence of the event>}
 * @param caseNo the case, or empty
 * @param place its place in the order of the case, or of the feed
 * @param token the sender's mark of the message that caused it, or empty
 */
record Business(String key, String identity, String caseNo, long place, String token) {
    private static final Pattern CASE_NO = Pattern.compile("BBCS-\\d{9}-\\d{8}-\\d{4}");
    private static final Pattern TOKEN = Pattern.compile("T[a-z0-9]+c\\d+v\\d+");
    private static final Pattern FEED = Pattern.compile("\"feedSeq\"\\s*:\\s*(\\d+)");
    private static final Pattern ITEM = Pattern.compile("\\{[^{}]*\"caseNo\"[^{}]*}");

    static Business windowNotice(String body) {
        String caseNo = first(CASE_NO, body, 0);
        String version = first(field("version"), body, 1);
        return new Business(
                first(field("msgId"), body, 1), caseNo + "/" + version, caseNo, Long.parseLong(version), "");
    }

    static Business hotlineOrder(String body) {
        String caseNo = first(field("serialNumber"), body, 1);
        return new Business(first(field("requestId"), body, 1), caseNo + "/order", caseNo, 0, first(TOKEN, body, 0));
    }

    static Business hotlineAction(String body) {
        String caseNo = first(field("serialNumber"), body, 1);
        String seq = first(field("seq"), body, 1);
        return new Business(
                first(field("requestId"), body, 1),
                caseNo + "/" + seq,
                caseNo,
                Long.parseLong(seq),
                first(TOKEN, body, 0));
    }

    static Business legacyOrder(String body) {
        String caseNo = first(element("WBBH"), body, 1);
        return new Business(first(element("LSH"), body, 1), caseNo + "/order", caseNo, 0, first(TOKEN, body, 0));
    }

    /** The legacy hotline knows a case by the number of its order only. */
    static Business legacyAction(String body, String caseNo) {
        String seq = first(element("XH"), body, 1);
        String place = seq.isEmpty() ? "0" : seq;
        String identity = caseNo + "/" + (seq.isEmpty() ? first(element("LSH"), body, 1) : seq);
        return new Business(
                first(element("LSH"), body, 1), identity, caseNo, Long.parseLong(place), first(TOKEN, body, 0));
    }

    static String legacyOrderNo(String body) {
        return first(element("GDBH"), body, 1);
    }

    /** A number of the feed, with what each of its items means. */
    static List<Business> feed(String body) {
        String number = first(FEED, body, 1);
        List<Business> items = new ArrayList<>();
        items.add(new Business(number, "feed/" + number, "feed", Long.parseLong(number), ""));
        Matcher item = ITEM.matcher(body);
        while (item.find()) {
            String caseNo = first(CASE_NO, item.group(), 0);
            String what = String.join(
                    "/", caseNo, first(field("kind"), item.group(), 1), first(field("at"), item.group(), 1));
            items.add(new Business(number, what + "/" + first(field("trigger"), item.group(), 1), "", 0, ""));
        }
        return items;
    }

    /** ISO-8859-1 keeps every byte, so that ASCII can be found in any charset. */
    static String text(byte[] body) {
        return new String(body, StandardCharsets.ISO_8859_1);
    }

    private static Pattern field(String name) {
        return Pattern.compile("\"" + name + "\"\\s*:\\s*\"?([^\",}]*)");
    }

    private static Pattern element(String name) {
        return Pattern.compile("<" + name + ">([^<]*)<");
    }

    private static String first(Pattern pattern, String body, int group) {
        Matcher matcher = pattern.matcher(body);
        return matcher.find() ? matcher.group(group) : "";
    }
}
