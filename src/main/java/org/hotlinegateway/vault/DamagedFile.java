package org.hotlinegateway.vault;

import java.io.IOException;

/** A sealed file that is not what was written: changed, cut short, mixed up with another, or sealed by an absent key. */
public final class DamagedFile extends IOException {
    private static final long serialVersionUID = 1L;

    DamagedFile(String what) {
        super(what);
    }
}
