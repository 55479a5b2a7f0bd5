package org.hotlinegateway.workbench;

/** Nothing of that name is known; says what there is. */
public final class BlastFault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BlastFault(String text) {
        super(text);
    }
}
