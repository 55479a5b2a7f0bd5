/** Mapping files: checked, compiled and applied, each conversion field by field with its origin. */
@NullMarked
package org.hotlinegateway.mapping;

import org.jspecify.annotations.NullMarked;
