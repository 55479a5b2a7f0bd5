package org.hotlinegateway.mapping;

/**
 * What a target schema says of one field by itself, so that the same said by a clause changes nothing.
 *
 * @param demanded the field must be there
 * @param maxLength longest text in code points
 * @param closed only listed values are allowed
 */
public record TargetLimits(boolean demanded, int maxLength, boolean closed) {
    /** Nothing is said. */
    public static final TargetLimits NONE = new TargetLimits(false, Integer.MAX_VALUE, false);

    /** @param path names joined by dots, {@code []} behind the name of an array */
    static TargetLimits of(@org.jspecify.annotations.Nullable Schema root, String path) {
        Schema at = root;
        boolean demanded = false;
        for (String step : path.split("\\.")) {
            String name = step.replace("[]", "");
            demanded = at != null && at.required().contains(name);
            at = at == null ? null : at.property(name);
            at = at != null && at.isArray() && step.endsWith("[]") ? at.items() : at;
        }
        Schema value = at != null && at.isArray() ? at.items() : at;
        return value == null
                ? NONE
                : new TargetLimits(demanded, value.maxLength(), !value.allowed().isEmpty());
    }
}
