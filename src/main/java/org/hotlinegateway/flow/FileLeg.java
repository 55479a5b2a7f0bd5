package org.hotlinegateway.flow;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.hotlinegateway.attachment.AttachmentFiles;
import org.hotlinegateway.delivery.Attempt;
import org.hotlinegateway.delivery.Commit;
import org.hotlinegateway.ledger.AttachmentState;
import org.hotlinegateway.ledger.Ledger;
import org.hotlinegateway.ledger.StoredAttachment;
import org.hotlinegateway.peer.FileProfile;
import org.hotlinegateway.peer.PeerProfile;
import org.hotlinegateway.peer.Peers;
import org.hotlinegateway.vault.DamagedFile;
import org.hotlinegateway.vault.SignatureAlgorithm;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A step of the routes {@code <peer>-delivery}: puts the file that a delivery is about beside the fields its mapping
 * wrote. What cannot be sent as kept is held; its case is sent on all the same.
 */
final class FileLeg {
    private static final Duration BEYOND = Duration.ofSeconds(30);
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Ledger ledger;
    private final Peers peers;
    private final AttachmentFiles files;
    private final Outbox outbox;
    private final Clock clock;

    FileLeg(Ledger ledger, Peers peers, AttachmentFiles files, Outbox outbox, Clock clock) {
        this.ledger = ledger;
        this.peers = peers;
        this.files = files;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Makes the message a multipart one: the mapped document's fields, and the file. */
    public void enclose(Exchange exchange) throws IOException {
        Attempt attempt = Carried.property(exchange, Outbox.ATTEMPT, Attempt.class);
        PeerProfile peer = peers.require(Carried.peer(exchange));
        FileProfile profile = Optional.ofNullable(peer.files())
                .orElseThrow(() -> new IllegalStateException("gateway.peers." + peer.code() + ".files is missing"));
        Optional<StoredAttachment> kept =
                files.find(publicId(attempt)).filter(file -> file.state() == AttachmentState.KEPT);
        if (kept.isEmpty()) {
            outbox.withhold(exchange, "FILE_NOT_KEPT", "the file is not, or no longer, kept");
            return;
        }
        lengthen(attempt, peer, profile);
        long end = System.nanoTime() + profile.sendTime().toNanos();
        FileMessage message = FileMessage.of(files, kept.get(), fields(exchange), profile.part(), end);
        try {
            message.prepare(peer.outbound().auth().algorithm().orElse(SignatureAlgorithm.HMAC_SHA256));
        } catch (DamagedFile | NoSuchFileException e) {
            files.damaged(kept.get());
            outbox.withhold(exchange, AttachmentFiles.DAMAGED, "the kept file is damaged");
            return;
        }
        exchange.getMessage().setBody(message);
        exchange.getMessage().setHeader(Exchange.CONTENT_TYPE, message.getContentType());
    }

    /** The claim must hold as long as sending may take. */
    private void lengthen(Attempt attempt, PeerProfile peer, FileProfile profile) {
        Duration longest = profile.sendTime()
                .plus(peer.outbound().connectTimeout())
                .plus(peer.outbound().responseTimeout())
                .plus(BEYOND);
        Commit.awaited(ledger.write(tx ->
                tx.attachments().lengthen(attempt.claimed(), clock.instant().plus(longest))));
    }

    private static String publicId(Attempt attempt) {
        String location = JSON.readTree(attempt.document())
                .path("payload")
                .path("location")
                .asString("");
        return location.substring(location.lastIndexOf('/') + 1);
    }

    private static Map<String, String> fields(Exchange exchange) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> field :
                JSON.readTree(Carried.bytes(exchange)).properties()) {
            fields.put(field.getKey(), field.getValue().asString());
        }
        return fields;
    }
}
