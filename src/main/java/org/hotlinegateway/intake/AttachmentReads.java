package org.hotlinegateway.intake;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import org.hotlinegateway.attachment.AttachmentFiles;
import org.hotlinegateway.ledger.AttachmentState;
import org.hotlinegateway.ledger.StoredAttachment;
import org.hotlinegateway.peer.PeerProfile;
import org.hotlinegateway.vault.DamagedFile;
import org.hotlinegateway.vault.SealedFile;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Gives the files of cases to the peers that exchange files and may see the case; streamed, whole or from a byte on. */
@RestController
final class AttachmentReads {
    private final Gatekeeper gatekeeper;
    private final Commits commits;
    private final AttachmentFiles files;

    AttachmentReads(Gatekeeper gatekeeper, Commits commits, AttachmentFiles files) {
        this.gatekeeper = gatekeeper;
        this.commits = commits;
        this.files = files;
    }

    @GetMapping("/api/v1/attachments/{id}")
    void attachment(@PathVariable String id, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        List<PeerProfile> askers = gatekeeper.askers(request);
        StoredAttachment attachment = commits.read(ledger -> files.find(id)
                .filter(found -> askers.stream().anyMatch(asker -> isVisible(found, asker)))
                .orElseThrow(AttachmentReads::notFound));
        requireKept(attachment);
        try (SealedFile file = opened(attachment)) {
            send(attachment, file, request, response);
        }
    }

    private boolean isVisible(StoredAttachment attachment, PeerProfile asker) {
        if (attachment.peer().equals(asker.code())) {
            return true;
        }
        String caseNo = attachment.caseNo();
        return asker.files() != null
                && caseNo != null
                && commits.read(ledger -> ledger.findCase(caseNo)
                        .map(CaseFile::new)
                        .filter(file -> file.isVisibleTo(asker) && !file.isSecret())
                        .isPresent());
    }

    private static void requireKept(StoredAttachment attachment) {
        AttachmentState state = attachment.state();
        if (state == AttachmentState.REFUSED) {
            throw new Refusal(ProblemCode.ATTACHMENT_GONE, "The file was not taken: " + attachment.reason() + ".");
        }
        if (state != AttachmentState.KEPT) {
            throw new Refusal(ProblemCode.ATTACHMENT_WAITING, "The file is not yet there, or not yet checked.");
        }
    }

    private SealedFile opened(StoredAttachment attachment) {
        try {
            return files.open(attachment);
        } catch (IOException e) {
            throw new Refusal(ProblemCode.ATTACHMENT_WAITING, "The file is damaged; the operator has been told.");
        }
    }

    private void send(
            StoredAttachment attachment, SealedFile file, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        ByteRange range = ByteRange.of(request.getHeader(HttpHeaders.RANGE), file.size());
        response.setHeader(HttpHeaders.ACCEPT_RANGES, "bytes");
        if (!range.isSatisfiable()) {
            response.setHeader(HttpHeaders.CONTENT_RANGE, "bytes */" + file.size());
            response.setStatus(HttpStatus.REQUESTED_RANGE_NOT_SATISFIABLE.value());
            return;
        }
        head(attachment, file, range, response);
        try (InputStream content = file.from(range.first())) {
            copy(content, range.length(), response.getOutputStream());
        } catch (DamagedFile e) {
            files.damaged(attachment);
            throw e;
        }
    }

    private static void head(
            StoredAttachment attachment, SealedFile file, ByteRange range, HttpServletResponse response) {
        response.setStatus(range.isWhole() ? HttpStatus.OK.value() : HttpStatus.PARTIAL_CONTENT.value());
        if (!range.isWhole()) {
            response.setHeader(
                    HttpHeaders.CONTENT_RANGE, "bytes " + range.first() + "-" + range.last() + "/" + file.size());
        }
        response.setContentType(String.valueOf(attachment.mediaType()));
        response.setContentLengthLong(range.length());
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, AttachmentFiles.disposition(attachment));
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Content-Security-Policy", "sandbox; default-src 'none'");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-store");
    }

    private static void copy(InputStream content, long length, OutputStream out) throws IOException {
        byte[] buffer = new byte[16 * 1024];
        long left = length;
        while (left > 0) {
            int got = content.read(buffer, 0, (int) Math.min(buffer.length, left));
            if (got < 0) {
                throw new IOException("the file ends early");
            }
            out.write(buffer, 0, got);
            left -= got;
        }
    }

    private static Refusal notFound() {
        return new Refusal(ProblemCode.ATTACHMENT_NOT_FOUND, "There is no such file, or its case is not this peer's.");
    }
}
