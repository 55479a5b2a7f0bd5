package org.hotlinegateway.intake;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.concurrent.Semaphore;
import org.hotlinegateway.attachment.AttachmentFiles;
import org.hotlinegateway.attachment.NotTaken;
import org.hotlinegateway.attachment.Upload;
import org.hotlinegateway.ledger.StoredAttachment;
import org.hotlinegateway.ledger.UploadedAttachment.Filed;
import org.hotlinegateway.ledger.UploadedAttachment.Verdict;
import org.hotlinegateway.peer.FileProfile;
import org.hotlinegateway.peer.PeerProfile;
import org.hotlinegateway.peer.Peers;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Where peers upload the files of their cases. The body is streamed into a sealed temporary file while its hash is made;
 * it counts only when the signature over that hash is the peer's.
 */
@RestController
final class Uploads {
    /** So many at once leave the rest of the door's threads to messages. */
    private static final int AT_ONCE = 16;

    private final Peers peers;
    private final Gatekeeper gatekeeper;
    private final AttachmentFiles files;
    private final Commits commits;
    private final ClosingDoor closing;
    private final Semaphore places = new Semaphore(AT_ONCE);

    Uploads(Peers peers, Gatekeeper gatekeeper, AttachmentFiles files, Commits commits, ClosingDoor closing) {
        this.commits = commits;
        this.closing = closing;
        this.peers = peers;
        this.gatekeeper = gatekeeper;
        this.files = files;
    }

    @PostMapping("/api/v1/{peer}/attachments")
    ResponseEntity<Taken> upload(@PathVariable String peer, HttpServletRequest request) {
        PeerProfile sender = peers.find(peer).orElseThrow(Refusal::unknownAddress);
        FileProfile profile = sender.files();
        if (profile == null) {
            throw Refusal.unknownAddress();
        }
        closing.requireOpen();
        commits.requireRoom();
        gatekeeper.requireStreamProof(sender, request);
        requirePlace();
        try {
            return taken(sender, profile, request);
        } finally {
            places.release();
        }
    }

    private void requirePlace() {
        if (!places.tryAcquire()) {
            throw new Refusal(ProblemCode.UNAVAILABLE, "Too many files are being uploaded. Send it again later.");
        }
    }

    private ResponseEntity<Taken> taken(PeerProfile sender, FileProfile profile, HttpServletRequest request) {
        try (UploadForm form = UploadForm.read(request, profile, files)) {
            gatekeeper.admitStream(sender, request, form);
            return taken(filed(form, sender, profile));
        } catch (NotTaken e) {
            throw refusal(e);
        } catch (IOException e) {
            throw new Refusal(ProblemCode.UNAVAILABLE, "The file was not acknowledged. Send it again unchanged.");
        }
    }

    private Filed filed(UploadForm form, PeerProfile sender, FileProfile profile) throws IOException, NotTaken {
        Upload upload = form.upload();
        return files.file(
                upload, sender.code(), profile, form.required("caseNo"), form.required("fileId"), form.described());
    }

    private static ResponseEntity<Taken> taken(Filed filed) {
        if (filed.verdict() == Verdict.CONFLICT) {
            throw new Refusal(
                    ProblemCode.IDEMPOTENCY_CONFLICT,
                    "Another file was uploaded under this number before. Send it under a number of its own.");
        }
        StoredAttachment attachment = filed.attachment();
        boolean duplicate = filed.verdict() == Verdict.DUPLICATE;
        Taken taken = new Taken(
                attachment.publicId(), attachment.state().name(), String.valueOf(attachment.mediaType()), duplicate);
        return ResponseEntity.status(duplicate ? HttpStatus.OK : HttpStatus.ACCEPTED)
                .contentType(MediaType.APPLICATION_JSON)
                .body(taken);
    }

    private static Refusal refusal(NotTaken e) {
        return switch (e.finding()) {
            case TOO_LARGE ->
                new Refusal(
                        ProblemCode.BODY_TOO_LARGE, "The file is " + e.finding().text() + ".");
            default ->
                new Refusal(
                        ProblemCode.FILE_REFUSED,
                        e.finding().name() + ": " + e.finding().text() + ".");
        };
    }

    /**
     * The receipt of a file.
     *
     * @param attachment by which it is asked for
     * @param mediaType by content
     */
    record Taken(String attachment, String state, String mediaType, boolean duplicate) {}
}
