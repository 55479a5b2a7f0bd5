package org.hotlinegateway.bench;

import java.util.Map;
import java.util.NoSuchElementException;
import java.util.stream.Collectors;

/** The code tables as one writes them into Java. */
final class Codes {
    static final Map<String, String> CHANNELS = Map.of(
            "WINDOW", "17",
            "PHONE", "01",
            "APP", "03",
            "MINI_PROGRAM", "04",
            "WEB", "05",
            "LETTER", "06",
            "APPOINTMENT_ALERT", "18");
    static final Map<String, String> KINDS = Map.of("COORDINATION", "1", "FUNCTIONAL", "2", "CONSULTATION", "3");
    static final Map<String, String> GENDERS = Map.of("1", "男", "2", "女", "9", "未知");
    static final Map<String, String> CAUSES = Map.of(
            "POLICY", "01",
            "MATERIAL", "02",
            "SYSTEM", "03",
            "STANDARD", "04",
            "HISTORY", "05",
            "DISPUTE", "06",
            "CROSS_REGION", "07",
            "OTHER", "99");
    static final Map<String, String> CAUSE_NAMES = Map.of(
            "POLICY", "政策不清",
            "MATERIAL", "材料不全",
            "SYSTEM", "系统原因",
            "STANDARD", "标准不一",
            "HISTORY", "历史遗留",
            "DISPUTE", "权属争议",
            "CROSS_REGION", "跨区域",
            "OTHER", "其他");
    static final Map<String, String> UNITS = Map.ofEntries(
            Map.entry("ORG-XL", "11442000MB00000101"),
            Map.entry("ORG-DQ", "11442000MB00000102"),
            Map.entry("ORG-SX", "11442000MB00000103"),
            Map.entry("ORG-XQ", "11442000MB00000104"),
            Map.entry("ORG-SCJG", "11442000MB00000201"),
            Map.entry("ORG-ZR", "11442000MB00000202"),
            Map.entry("ORG-RS", "11442000MB00000203"),
            Map.entry("ORG-GA", "11442000MB00000204"),
            Map.entry("ORG-ZJ", "11442000MB00000205"),
            Map.entry("ORG-SW", "11442000MB00000206"),
            Map.entry("ORG-YB", "11442000MB00000207"),
            Map.entry("ORG-MZ", "11442000MB00000208"));

    private Codes() {}

    static Map<String, String> reversed(Map<String, String> codes) {
        return codes.entrySet().stream().collect(Collectors.toUnmodifiableMap(Map.Entry::getValue, Map.Entry::getKey));
    }

    static String code(Map<String, String> codes, String key) {
        String code = codes.get(key);
        if (code == null) {
            throw new NoSuchElementException("a code is in no table");
        }
        return code;
    }
}
