package org.hotlinegateway.attachment;

/** A file is not taken. */
public final class NotTaken extends Exception {
    private static final long serialVersionUID = 1L;

    private final Finding finding;

    NotTaken(Finding finding) {
        super(finding.name() + ": " + finding.text(), null, false, false);
        this.finding = finding;
    }

    public Finding finding() {
        return finding;
    }
}
