package org.hotlinegateway.workbench;

/** A spreadsheet cannot be taken as a code table; says which sheet and cell, and what was expected. */
public final class SheetFault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    SheetFault(String text) {
        super(text);
    }

    SheetFault(String text, Throwable cause) {
        super(text, cause);
    }
}
