package org.hotlinegateway.simulator;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Finds what looks like a person in a message that must hold none. */
final class PersonalData {
    private static final List<Pattern> PATTERNS = List.of(
            Pattern.compile("(?<![0-9])(\\+?86)?1[3-9]\\d{9}(?!\\d)"),
            Pattern.compile("(?<![0-9])0\\d{2,3}-?\\d{7,8}(?!\\d)"),
            Pattern.compile("(?<![0-9])\\d{17}[0-9Xx](?!\\d)"),
            Pattern.compile("1[3-9]\\d\\*+\\d{4}"),
            Pattern.compile("[\\u4e00-\\u9fff]\\*+"));
    private static final Set<String> FIELD_NAMES = Set.of(
            "name",
            "applicant",
            "requester",
            "phone",
            "idno",
            "certno",
            "contact",
            "contactphone",
            "callerphone",
            "callername",
            "title",
            "content",
            "text");

    private PersonalData() {}

    /** Path of the first thing that looks like a person, or nothing. */
    static String in(JsonNode node) {
        return in(node, "params");
    }

    private static String in(JsonNode node, String path) {
        if (node.isString()) {
            boolean found = PATTERNS.stream()
                    .anyMatch(pattern -> pattern.matcher(node.stringValue()).find());
            return found ? path : "";
        }
        for (var field : node.properties()) {
            String at = path + "." + field.getKey();
            String found =
                    FIELD_NAMES.contains(field.getKey().toLowerCase(Locale.ROOT)) ? at : in(field.getValue(), at);
            if (!found.isEmpty()) {
                return found;
            }
        }
        return node.isArray() ? inList(node, path) : "";
    }

    private static String inList(JsonNode list, String path) {
        for (int index = 0; index < list.size(); index++) {
            String found = in(list.path(index), path + "[" + index + "]");
            if (!found.isEmpty()) {
                return found;
            }
        }
        return "";
    }
}
