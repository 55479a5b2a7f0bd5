package org.hotlinegateway.workbench;

/** Looks at every text of a message and gives the text that stands in its place. */
@FunctionalInterface
interface Leaves {
    /** @param path names joined by dots, without positions; attributes begin with {@code @} */
    String replaced(String path, String text);
}
