package org.hotlinegateway.console;

import java.security.Principal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.hotlinegateway.attachment.AttachmentFiles;
import org.hotlinegateway.console.StaffApi.Because;
import org.hotlinegateway.ledger.AttachmentState;
import org.hotlinegateway.ledger.Attachments;
import org.hotlinegateway.ledger.StoredAttachment;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Files of cases that wait, were refused or are held, and a second try for them. Names and contents are not shown. */
@RestController
@RequestMapping("/staff/api/v1")
final class AttachmentsApi {
    private static final int MOST = 1000;

    private final Attachments attachments;
    private final AttachmentFiles files;

    AttachmentsApi(Attachments attachments, AttachmentFiles files) {
        this.attachments = attachments;
        this.files = files;
    }

    /** A file as staff see it. */
    record Shown(
            String id,
            String peer,
            String fileId,
            @Nullable String caseNo,
            AttachmentState state,
            int attempts,
            @Nullable String reason,
            @Nullable Long size,
            @Nullable String mediaType,
            Instant createdAt) {
        static Shown of(StoredAttachment a) {
            return new Shown(
                    a.publicId(),
                    a.peer(),
                    a.fileId(),
                    a.caseNo(),
                    a.state(),
                    a.attempts(),
                    a.reason(),
                    a.size(),
                    a.mediaType(),
                    a.createdAt());
        }
    }

    @GetMapping("/attachments")
    List<Shown> inState(
            @RequestParam(defaultValue = "HELD") AttachmentState state, @RequestParam(defaultValue = "100") int limit) {
        return attachments.in(state, Math.max(1, Math.min(limit, MOST))).stream()
                .map(Shown::of)
                .toList();
    }

    @GetMapping("/attachments/counts")
    Map<AttachmentState, Long> counts() {
        return attachments.counts();
    }

    @GetMapping("/cases/{caseNo}/attachments")
    List<Shown> ofCase(@PathVariable String caseNo) {
        return attachments.of(caseNo).stream().map(Shown::of).toList();
    }

    /** Fetches, awaits or examines a refused or held file anew. */
    @PostMapping("/attachments/{id}/replay")
    Shown replay(@PathVariable String id, @RequestBody Because because, Principal who) {
        attachment(id);
        if (!files.replay(id, who.getName(), because.checked())) {
            throw StaffProblem.notWaiting("The attachment", "refused or held");
        }
        return Shown.of(attachment(id));
    }

    private StoredAttachment attachment(String id) {
        return attachments.find(id).orElseThrow(() -> StaffProblem.notFound("The attachment"));
    }
}
