package org.hotlinegateway.ledger;

/** Where a file of a case stands. */
public enum AttachmentState {
    /** A message named it; its peer is to upload it. */
    NAMED,
    /** To be fetched from the address its message named. */
    WANTED,
    /** Its bytes are kept and wait for the scanner and the case. */
    STORED,
    /** Checked; the case knows it. */
    KEPT,
    /** Not taken: the reason says why. */
    REFUSED,
    /** Given up for now; a person decides. */
    HELD
}
