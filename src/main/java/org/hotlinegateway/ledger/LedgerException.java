package org.hotlinegateway.ledger;

/** The ledger could not do it: nothing of the unit of work is kept, unless the text says that this is unknown. */
public class LedgerException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public LedgerException(String text) {
        super(text);
    }

    public LedgerException(String text, Throwable cause) {
        super(text, cause);
    }
}
