package org.hotlinegateway.attachment;

import java.io.IOException;
import java.io.InputStream;

/** Looks for malware. */
interface Scanner {
    /** Lets everything pass, where scanning is not required. */
    Scanner NONE = content -> {};

    /**
     * Reads a file to its end.
     *
     * @throws NotTaken when malware was found
     * @throws IOException when the scanner gave no verdict
     */
    void scan(InputStream content) throws IOException, NotTaken;
}
