package org.hotlinegateway.simulator;

import java.util.Map;

/** The fields of the modern hotline's orders and actions: all values are strings. */
final class HotlineDialect {
    private static final Form CAUSE = Form.oneOf(
            "POLICY", "SYSTEM", "MATERIAL", "ATTITUDE", "ACCEPTANCE", "CONSULTATION", "APPROVAL", "MULTI_DEPT");
    private static final Form APPEAL = Form.oneOf("CONSULT", "HELP", "COMPLAINT", "SUGGEST", "REPORT", "PRAISE");
    private static final Form UNIT = Form.pattern("18-character unit code", "[0-9A-HJ-NP-RTUWXY]{18}");
    private static final Form SUPERVISE = Form.oneOf("2004", "2005", "2006");
    private static final Form NAMELESS = Form.oneOf("匿名", "保密");
    private static final String[] IDENTITY = {
        "callerSex", "callerIdType", "callerIdcard", "number", "contactInformation", "orgCode", "companyName"
    };

    /** What each action must say beyond its envelope. */
    private static final Map<String, Map<String, Form>> ACTIONS = Map.of(
            "SUPPLEMENT", Map.of(),
            "PROGRESS", Map.of("content", Form.text(4000)),
            "URGE", Map.of(),
            "RESULT", Map.of("result", Form.oneOf("0", "1", "2", "3"), "content", Form.text(4000)),
            "EVAL", Map.of("level", Form.oneOf("01", "02", "03"), "scale", Form.oneOf("S3")),
            "SUPERVISE", Map.of("superviseType", SUPERVISE),
            "SUPERVISE_CANCEL", Map.of(),
            "KNOWLEDGE", Map.of("hotspotKey", Form.text(200)));

    private HotlineDialect() {}

    static Fields order(Fields fields) {
        head(fields);
        caller(fields);
        matter(fields);
        return fields.nothingElse();
    }

    private static void head(Fields fields) {
        fields.required("requestId", Form.ID)
                .required("serialNumber", Form.CASE_NO)
                .required("registerTime", Form.LOCAL_TIME)
                .required("sourceType", Form.oneOf("16", "17"))
                .required("orderKind", Form.oneOf("0", "1", "2"))
                .required("callerType", APPEAL)
                .required("isSecret", Form.FLAG)
                .required("isOpen", Form.FLAG)
                .required("isVisit", Form.FLAG)
                .required("pilotLight", Form.oneOf("1", "2", "3"))
                .required("organizationCode", UNIT)
                .texts("coOrganizationCodes", UNIT, 0)
                .optional("handleDays", Form.WHOLE)
                .optional("deadlineDate", Form.LOCAL_TIME)
                .must(fields.has("handleDays") == fields.has("deadlineDate"), "deadlineDate", "not with handleDays");
    }

    private static void caller(Fields fields) {
        boolean secret = fields.value("isSecret").equals("1");
        fields.optional("callerName", Form.text(50))
                .optional("callerSex", Form.oneOf("0", "1", "2", "9"))
                .optional("callerIdType", Form.pattern("3 digits", "\\d{3}"))
                .optional("callerIdcard", Form.text(40))
                .optional("companyName", Form.text(200))
                .optional("orgCode", Form.text(18))
                .optional("number", Form.text(30))
                .optional("contactInformation", Form.text(30));
        for (String name : IDENTITY) {
            fields.must(!secret || !fields.has(name), name, "identity in a secret order");
        }
        boolean hidden = !fields.has("callerName") || NAMELESS.accepts().test(fields.value("callerName"));
        fields.must(!secret || hidden, "callerName", "identity in a secret order");
        boolean reachable = secret || !fields.value("isVisit").equals("1") || fields.has("contactInformation");
        fields.must(reachable, "contactInformation", "missing though a visit is wanted");
    }

    private static void matter(Fields fields) {
        fields.texts("causes", CAUSE, 1)
                .required("title", Form.text(100))
                .required("majorContent", Form.text(4000))
                .optional("supplyContent", Form.text(4000))
                .required("areaCode", Form.pattern("12 digits of Zhongshan", "442000\\d{6}"))
                .optional("address", Form.text(200))
                .optional("serviceCode", Form.pattern("31 or 33 characters", "[0-9A-Z]{31}(..)?"))
                .optional("serviceName", Form.text(200))
                .optional("questionCode", Form.text(12))
                .objects("files", 0, HotlineDialect::file);
    }

    /** A question whether a request was taken. */
    static Fields query(Fields fields) {
        return fields.required("requestId", Form.ID)
                .required("serialNumber", Form.CASE_NO)
                .nothingElse();
    }

    static Fields action(Fields fields) {
        Map<String, Form> wanted = ACTIONS.getOrDefault(fields.value("action"), Map.of());
        fields.required("requestId", Form.ID)
                .required("action", Form.oneOf(ACTIONS.keySet().toArray(String[]::new)))
                .required("actTime", Form.LOCAL_TIME)
                .optional("seq", Form.WHOLE)
                .optional("serialNumber", Form.CASE_NO);
        wanted.forEach(fields::required);
        boolean general = fields.value("action").equals("KNOWLEDGE");
        return (general ? fields.optional("orderNo", Form.ID) : fields.required("orderNo", Form.ID))
                .optional("content", Form.text(4000))
                .optional("supplyContent", Form.text(4000))
                .optional("count", Form.WHOLE)
                .optional("publicReply", Form.text(2000))
                .optional("contacted", Form.FLAG)
                .optional("factTrue", Form.FLAG)
                .optional("superviseType", SUPERVISE)
                .optional("superviseNo", Form.text(100))
                .optional("reason", Form.text(500))
                .optional("hotspotFrom", Form.DATE)
                .optional("hotspotTo", Form.DATE)
                .objects("files", 0, HotlineDialect::file)
                .nothingElse();
    }

    /** A file of its own, with the bytes that came along. */
    static Fields file(Fields fields, Multipart message) {
        fields.required("requestId", Form.ID)
                .required("orderNo", Form.ID)
                .required("serialNumber", Form.CASE_NO)
                .required("fileNo", Form.text(40))
                .required("fileName", Form.text(200))
                .required("fileSize", Form.WHOLE)
                .optional("fileType", Form.text(100))
                .required("hashAlg", Form.oneOf("SHA-256", "SM3"))
                .required("hash", Form.pattern("64 hexadecimal digits", "[0-9a-f]{64}"))
                .nothingElse();
        boolean sm3 = fields.value("hashAlg").equals("SM3");
        return fields.must(message.filename() != null, "file", "missing")
                .must(fields.value("fileSize").equals(String.valueOf(message.file().length)), "fileSize", "not so long")
                .must(fields.value("hash").equals(Signatures.hash(sm3, message.file())), "hash", "not of this file");
    }

    private static void file(Fields file) {
        file.required("fileNo", Form.text(40))
                .required("fileName", Form.text(200))
                .optional("orderValue", Form.WHOLE)
                .optional("uploadDate", Form.LOCAL_TIME)
                .nothingElse();
    }
}
