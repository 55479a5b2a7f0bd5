package org.hotlinegateway.attachment;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import org.hotlinegateway.ledger.AttachmentBytes;
import org.hotlinegateway.ledger.AttachmentState;
import org.hotlinegateway.ledger.Attachments;
import org.hotlinegateway.ledger.Ledger;
import org.hotlinegateway.ledger.StoredAttachment;
import org.hotlinegateway.ledger.UploadedAttachment;
import org.hotlinegateway.ledger.UploadedAttachment.Filed;
import org.hotlinegateway.peer.FileProfile;
import org.hotlinegateway.vault.DamagedFile;
import org.hotlinegateway.vault.SealedFile;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes files in, and opens those that are kept. */
public final class AttachmentFiles {
    /** Why an attachment is held whose bytes are not what was kept. */
    public static final String DAMAGED = "FILE_DAMAGED";

    private static final Logger LOG = LoggerFactory.getLogger(AttachmentFiles.class);

    private final Ledger ledger;
    private final Attachments attachments;
    private final FileStore store;
    private final Checks checks;

    AttachmentFiles(Ledger ledger, Attachments attachments, FileStore store, Checks checks) {
        this.ledger = ledger;
        this.attachments = attachments;
        this.store = store;
        this.checks = checks;
    }

    /**
     * Receives an upload to its end. It counts for nothing until it is filed, and must be closed.
     *
     * @throws NotTaken when it is larger than the peer's files may be
     * @throws IOException when the sender breaks off or the store is in trouble
     */
    public Upload receive(FileProfile peer, InputStream content, @Nullable String name) throws IOException, NotTaken {
        return new Upload(store, store.receive(content, peer.maxSize().toBytes(), name));
    }

    /**
     * Files an upload once it is known who sent it: checks it, puts its bytes in place, and only then tells the ledger.
     *
     * @param caseRef number of the case, or the peer's own for it
     * @throws NotTaken when a check fails
     */
    public Filed file(Upload upload, String peer, FileProfile profile, String caseRef, String fileId, Description said)
            throws IOException, NotTaken {
        Received received = upload.received();
        Optional<Finding> finding = checks.of(received.facts(), said, profile);
        if (finding.isPresent()) {
            throw new NotTaken(finding.get());
        }
        store.keep(received);
        AttachmentBytes bytes = new AttachmentBytes(
                received.address(), received.facts().size(), received.facts().mediaType());
        UploadedAttachment uploaded = new UploadedAttachment(peer, caseRef, fileId, said.bytes(), bytes);
        return committed(uploaded);
    }

    private Filed committed(UploadedAttachment uploaded) throws IOException {
        try {
            return ledger.write(tx -> tx.attachments().file(uploaded)).join();
        } catch (CompletionException e) {
            throw new IOException("the ledger did not take the file", e.getCause());
        }
    }

    public Optional<StoredAttachment> find(String publicId) {
        return attachments.find(publicId);
    }

    /** Lets a refused or held attachment start again, by a person's decision; false when it is neither. */
    public boolean replay(String publicId, String by, String reason) {
        return attachments
                .find(publicId)
                .map(found ->
                        attachments.replay(publicId, start(found), by, reason).join())
                .orElse(false);
    }

    /** Where it starts again: with its bytes if they are kept, else with its address, else with its peer. */
    private static AttachmentState start(StoredAttachment attachment) {
        if (attachment.address() != null) {
            return AttachmentState.STORED;
        }
        return Description.read(attachment.described()).from() == null ? AttachmentState.NAMED : AttachmentState.WANTED;
    }

    /** The name to show for it. */
    public static String name(StoredAttachment attachment) {
        return FileNames.fit(Description.read(attachment.described()).name());
    }

    /** The header Content-Disposition under which it is saved. */
    public static String disposition(StoredAttachment attachment) {
        return FileNames.disposition(name(attachment));
    }

    /**
     * Opens the bytes of an attachment.
     *
     * @throws DamagedFile when they are not what was kept; the attachment is held then, and the operator told
     */
    public SealedFile open(StoredAttachment attachment) throws IOException {
        String address = attachment.address();
        if (address == null) {
            throw new NoSuchFileException(attachment.publicId());
        }
        try {
            return store.open(address);
        } catch (DamagedFile | NoSuchFileException e) {
            damaged(attachment);
            throw e;
        }
    }

    /** Holds an attachment whose bytes turned out to be damaged, and tells the operator. */
    public void damaged(StoredAttachment attachment) {
        LOG.error("ATTACHMENT_DAMAGED {}: its bytes are gone or not what was kept", attachment.publicId());
        attachments.damaged(attachment.publicId(), DAMAGED).join();
    }
}
