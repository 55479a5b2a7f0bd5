package org.hotlinegateway.mapping;

import org.jspecify.annotations.Nullable;

/** Where a rule takes its value from. */
@FunctionalInterface
interface Source {
    @Nullable
    Value read(Frame frame);
}
