package org.hotlinegateway.attachment;

import org.hotlinegateway.ledger.StoredAttachment;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The payload of the event ATTACHMENT_KEPT: the attachment as the case and its peers know it. */
final class KeptPayload {
    static final String LOCATION = "/api/v1/attachments/";

    private KeptPayload() {}

    static byte[] of(StoredAttachment attachment, Description said, Facts facts) {
        boolean sm3 = said.usesSm3();
        ObjectNode payload = JsonMapper.shared().createObjectNode();
        payload.put("id", attachment.fileId());
        payload.put("name", FileNames.fit(said.name()));
        payload.put("size", facts.size());
        payload.put("mediaType", facts.mediaType());
        payload.put("hash", sm3 ? facts.sm3() : facts.sha256());
        payload.put("hashAlg", sm3 ? "SM3" : "SHA-256");
        payload.put("location", LOCATION + attachment.publicId());
        payload.put("from", attachment.peer());
        return JsonMapper.shared().writeValueAsBytes(payload);
    }
}
