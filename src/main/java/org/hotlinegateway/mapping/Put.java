package org.hotlinegateway.mapping;

import org.jspecify.annotations.Nullable;

/** Puts a value of the target back into the source message. */
@FunctionalInterface
interface Put {
    /** Rules that carry nothing back leave the source as it is. */
    Put NOTHING = (source, value, frame) -> source;

    /**
     * The source with the value in its place.
     *
     * @param source what is there already, null for nothing
     * @param value null clears the place
     */
    @Nullable
    Value into(@Nullable Value source, @Nullable Value value, Frame frame);
}
