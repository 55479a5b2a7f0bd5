package org.hotlinegateway.attachment;

import java.io.IOException;
import java.io.InputStream;

/** Looks for malware. */
interface Scanner {
    /** Lets everything pass, where scanning is not required. */
    Scanner NONE = content -> {};

    /** There is no verdict, and the file is not to blame: the scanner does not answer, or not with a verdict. */
    final class Down extends IOException {
        private static final long serialVersionUID = 1L;

        Down(String why) {
            super(why);
        }
    }

    /**
     * Reads a file to its end.
     *
     * @throws NotTaken when malware was found
     * @throws Down when the scanner gave no verdict
     * @throws IOException of the content, when it cannot be read
     */
    void scan(InputStream content) throws IOException, NotTaken;
}
