package org.hotlinegateway.vault;

/** A sealed value that is not what was written: changed, moved to another row, or sealed by an absent key. */
public final class DoesNotOpen extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    /** What staff and logs call it. */
    public static final String CODE = "DOES_NOT_OPEN";

    /** @param what names the value by its place, never by what is in it */
    public DoesNotOpen(String what) {
        super(what);
    }

    DoesNotOpen(String what, Throwable cause) {
        super(what, cause);
    }
}
