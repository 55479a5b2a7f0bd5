package org.hotlinegateway.workbench;

import java.util.ArrayList;
import java.util.List;
import org.hotlinegateway.mapping.MappingOutline;

/** How a rule uses a field. */
final class FieldUse {
    private FieldUse() {}

    /**
     * The ways in which a rule uses a field; none when it does not.
     *
     * @param source whether the field may be one of the rule's source
     * @param target whether the field may be one of the rule's target
     */
    static List<String> of(MappingOutline.Rule rule, String path, boolean source, boolean target) {
        List<String> uses = new ArrayList<>();
        String wanted = plain(path);
        if (source && rule.reads().stream().anyMatch(field -> moves(rule, plain(field.path()), wanted))) {
            uses.add("reads");
        }
        if (source && rule.looks().stream().anyMatch(field -> isOrBelow(plain(field.path()), wanted))) {
            uses.add("looks at");
        }
        if (target && isOrBelow(plain(rule.target()), wanted)) {
            uses.add("writes");
        }
        return uses;
    }

    /** A whole object that moves takes its fields along; an array that is walked does not. */
    private static boolean moves(MappingOutline.Rule rule, String read, String wanted) {
        return isOrBelow(read, wanted) || !rule.isAbove() && isOrBelow(wanted, read);
    }

    private static boolean isOrBelow(String path, String above) {
        return path.equals(above) || path.startsWith(above + ".");
    }

    private static String plain(String path) {
        return path.replaceAll("\\[[^]]*]", "").replace("'", "");
    }
}
