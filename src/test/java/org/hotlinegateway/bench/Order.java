package org.hotlinegateway.bench;

import java.util.ArrayList;
import java.util.List;

/** The fields of an order while a hand-written conversion collects them. */
final class Order {
    String requestId;
    String serialNumber;
    String registerTime;
    String sourceType;
    String orderKind;
    String callerType;
    String callerName;
    String callerSex;
    String callerIdcard;
    String number;
    String companyName = "个人";
    boolean secret;
    boolean open;
    boolean visit;
    final List<String> causes = new ArrayList<>(4);
    String title;
    String majorContent;
    String supplyContent;
    String areaCode;
    String placeText;
    String placeDetail;
    String serviceCode;
    String serviceName;
    String urgency;
    boolean urgent;
    String unitCode;
    String hostUnit;
    final List<String> coUnits = new ArrayList<>(4);
    String handleDays;
    String deadlineDate;
    String registrar;
    String windowNo;
    boolean hasFiles;
    final List<OrderFile> files = new ArrayList<>(4);

    /** One attached file. */
    static final class OrderFile {
        String id;
        String name;
        long size;
        String at;

        long sizeKb() {
            return (size + 512) / 1024;
        }
    }

    String address() {
        return placeText == null ? placeDetail : placeText;
    }

    String pilotLight() {
        return "EMERGENCY".equals(urgency) ? "3" : urgent ? "2" : "1";
    }

    String organizationCode() {
        return Codes.code(Codes.UNITS, unitCode == null ? hostUnit : unitCode);
    }

    String causeNames() {
        StringBuilder names = new StringBuilder();
        for (String cause : causes) {
            names.append(names.isEmpty() ? "" : ",").append(Codes.code(Codes.CAUSE_NAMES, cause));
        }
        return names.toString();
    }

    String handler() {
        return registrar + "(" + (windowNo == null ? "-" : windowNo) + ")";
    }

    void check() {
        if (requestId == null
                || serialNumber == null
                || registerTime == null
                || callerType == null
                || title == null
                || majorContent == null
                || areaCode == null
                || causes.isEmpty()) {
            throw new IllegalArgumentException("a required field is missing");
        }
        if (majorContent.length() > 4000 || requestId.length() > 64 || serialNumber.length() > 40) {
            throw new IllegalArgumentException("a field is too long");
        }
    }
}
