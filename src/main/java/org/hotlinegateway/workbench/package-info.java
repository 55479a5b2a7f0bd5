/** What an integration engineer does with mapping files: coverage, preview on recorded traffic, documents, skeletons, blast radius. */
@NullMarked
package org.hotlinegateway.workbench;

import org.jspecify.annotations.NullMarked;
