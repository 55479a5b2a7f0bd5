package org.hotlinegateway.ledger;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A file of a case as the ledger knows it.
 *
 * @param id number in the ledger
 * @param publicId by which it is asked for; cannot be guessed
 * @param peer whose file it is
 * @param caseRef the case's number, or what the peer calls a case that is not there yet
 * @param fileId the peer's number of the file within the case
 * @param caseNo the case, or null while it is not there
 * @param attempts how often what is due now was tried, this time included
 * @param fence rises with every claim
 * @param reason why it is refused, held or waiting, without personal data, or null
 * @param address where its bytes are kept, or null
 * @param size of its bytes, or null while there are none
 * @param mediaType by content, or null while there are no bytes
 * @param described what its peer said of it, as JSON; an empty object when what is kept of it does not open
 * @param opens false when what is kept of it does not open
 */
public record StoredAttachment(
        long id,
        String publicId,
        String peer,
        String caseRef,
        String fileId,
        @Nullable String caseNo,
        AttachmentState state,
        int attempts,
        long fence,
        @Nullable String reason,
        @Nullable String address,
        @Nullable Long size,
        @Nullable String mediaType,
        Instant createdAt,
        byte[] described,
        boolean opens) {}
