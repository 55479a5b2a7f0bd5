package org.hotlinegateway.ledger;

/**
 * A file that its peer uploaded and whose bytes are kept.
 *
 * @param peer whose file it is
 * @param caseRef number of the case, or the peer's own for it
 * @param fileId the peer's number of the file within the case
 * @param described what the peer said of it, as JSON
 * @param bytes what is kept
 */
public record UploadedAttachment(String peer, String caseRef, String fileId, byte[] described, AttachmentBytes bytes) {

    /** What became of an upload. */
    public enum Verdict {
        TAKEN,
        /** The same bytes were there before. */
        DUPLICATE,
        /** Other bytes are there under this number. */
        CONFLICT
    }

    /** The verdict, and the attachment as it now is. */
    public record Filed(Verdict verdict, StoredAttachment attachment) {}
}
