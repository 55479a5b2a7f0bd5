package org.hotlinegateway.ledger;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** The files of cases in the ledger; their bytes are kept elsewhere. */
public interface Attachments {

    Optional<StoredAttachment> find(String publicId);

    /** The files of a case, oldest first. */
    List<StoredAttachment> of(String caseNo);

    List<StoredAttachment> in(AttachmentState state, int limit);

    /** How many stand where. */
    Map<AttachmentState, Long> counts();

    /** Numbers of those that are due and free, the longest waiting first. */
    List<Long> due(Instant now, int limit);

    /** Whether any row knows bytes kept at this address. */
    boolean knows(String address);

    /** Claims one that is due; empty when it is not, or another worker has it. */
    CompletableFuture<Optional<StoredAttachment>> claim(long id, Duration lease);

    /** Holds one whose bytes turned out not to be what was kept; false when there is no such attachment. */
    CompletableFuture<Boolean> damaged(String publicId, String reason);

    /** Lets a refused or held one start again at this state, by a person's decision; false when it is neither. */
    CompletableFuture<Boolean> replay(String publicId, AttachmentState from, String by, String reason);
}
