package org.hotlinegateway.mapping;

import org.jspecify.annotations.Nullable;

/**
 * The element a rule looks at while a message is converted.
 *
 * @param outer the element one level out, null at the top
 * @param index position of the element, counted from 1, 0 at the top
 */
record Frame(Run run, Value element, @Nullable Frame outer, int index) {
    Frame inner(Value item, int position) {
        return new Frame(run, item, this, position);
    }

    Frame out(int levels) {
        Frame at = this;
        for (int i = 0; i < levels; i++) {
            at = at.outer() == null ? at : at.outer();
        }
        return at;
    }
}
