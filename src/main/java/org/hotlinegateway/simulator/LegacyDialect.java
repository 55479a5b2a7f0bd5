package org.hotlinegateway.simulator;

import java.util.Map;

/** The fields of the legacy hotline's messages, by pinyin initials. */
final class LegacyDialect {
    private static final Form UNIT = Form.pattern("unit code", "[A-Z]{2,10}");
    private static final Form CAUSE = Form.pattern("01 to 08", "0[1-8]");
    private static final Form OVERSIGHT = Form.oneOf("81", "83", "86", "88");
    private static final Form NAMELESS = Form.oneOf("匿名", "保密");
    private static final String[] IDENTITY = {"DWMC", "TYXYDM", "ZJLX", "ZJHM", "LDHM", "LXDH"};

    /** What each state of a GDHF must say. */
    private static final Map<String, Map<String, Form>> STATES = Map.of(
            "BC", Map.of(),
            "JZ", Map.of("NR", Form.text(4000)),
            "CB", Map.of(),
            "BJ", Map.of("JG", Form.oneOf("0", "1", "2", "3"), "NR", Form.text(4000)),
            "PJ", Map.of("MYD", Form.oneOf("01", "02", "03")));

    private LegacyDialect() {}

    static Fields head(Fields head, boolean asksForList) {
        return head.required("LY", Form.oneOf("BBCS", "YYJC"))
                .required("YWLX", asksForList ? Form.oneOf("DZ") : Form.oneOf("GDTB", "DB", "GDHF"))
                .required("LSH", Form.ID)
                .required("SJ", Form.COMPACT_TIME)
                .required("QM", Form.pattern("32 upper hex digits", "[0-9A-F]{32}"))
                .nothingElse();
    }

    static Fields order(Fields body) {
        registration(body);
        requester(body);
        return matter(body).nothingElse();
    }

    private static void registration(Fields body) {
        body.required("DJSJ", Form.LOCAL_TIME)
                .required("WBBH", Form.CASE_NO)
                .required("SFBM", Form.FLAG)
                .required("SFGK", Form.FLAG)
                .required("SFHF", Form.FLAG)
                .required("JJCD", Form.oneOf("1", "2", "3"))
                .required("CBDW", UNIT)
                .optional("XBDW", UNIT.list())
                .optional("BLSX", Form.WHOLE)
                .optional("JZSJ", Form.LOCAL_TIME)
                .must(body.has("BLSX") == body.has("JZSJ"), "JZSJ", "not with BLSX");
    }

    private static void requester(Fields body) {
        boolean secret = body.value("SFBM").equals("1");
        body.optional("SQRXM", Form.text(50))
                .optional("DWMC", Form.text(200))
                .optional("TYXYDM", Form.text(18))
                .optional("SQRXB", Form.oneOf("0", "1", "2"))
                .optional("ZJLX", Form.oneOf("1", "9"))
                .optional("ZJHM", Form.text(40))
                .optional("LDHM", Form.text(30))
                .optional("LXDH", Form.text(30));
        for (String name : IDENTITY) {
            body.must(!secret || !body.has(name), name, "identity in a secret order");
        }
        boolean hidden = !body.has("SQRXM") || NAMELESS.accepts().test(body.value("SQRXM"));
        body.must(!secret || hidden, "SQRXM", "identity in a secret order");
        boolean reachable = secret || !body.value("SFHF").equals("1") || body.has("LXDH");
        body.must(reachable, "LXDH", "missing though a reply is wanted");
    }

    private static Fields matter(Fields body) {
        return body.required("SQLX", Form.oneOf("01", "02", "03", "04"))
                .required("YYDM", CAUSE.list())
                .required("SQBT", Form.text(50))
                .required("SQNR", Form.text(2000))
                .optional("BCNR", Form.text(6000))
                .optional("SFD", Form.text(200))
                .required("XZQH", Form.pattern("9 digits of Zhongshan", "442000\\d{3}"))
                .optional("SXBM", Form.pattern("31 or 33 characters", "[0-9A-Z]{31}(..)?"))
                .optional("SXMC", Form.text(200))
                .optional("NRFL", Form.text(12))
                .optional("FJ", Form.pattern("id|name; pairs", "([^|;]+\\|[^|;]+;)+"));
    }

    static Fields oversight(Fields body) {
        return body.required("GDBH", Form.ID)
                .required("DBLX", OVERSIGHT)
                .optional("DBSM", Form.text(500))
                .optional("CZSJ", Form.LOCAL_TIME)
                .nothingElse();
    }

    static Fields action(Fields body) {
        STATES.getOrDefault(body.value("ZT"), Map.of()).forEach(body::required);
        return body.required("GDBH", Form.ID)
                .required("ZT", Form.oneOf(STATES.keySet().toArray(String[]::new)))
                .optional("XH", Form.WHOLE)
                .optional("CZSJ", Form.LOCAL_TIME)
                .optional("NR", Form.text(4000))
                .optional("GKDF", Form.text(2000))
                .optional("SFLX", Form.FLAG)
                .optional("SFSS", Form.FLAG)
                .optional("CS", Form.WHOLE)
                .nothingElse();
    }
}
