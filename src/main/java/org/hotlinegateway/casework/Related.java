package org.hotlinegateway.casework;

/** Another case that has to do with this one. */
public record Related(Type type, String caseNo) {
    /** In what way. */
    public enum Type {
        SIMILAR,
        CHASED,
        PARENT,
        ESCALATED_FROM
    }
}
