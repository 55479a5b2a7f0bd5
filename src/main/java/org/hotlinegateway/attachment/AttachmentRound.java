package org.hotlinegateway.attachment;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.NoSuchFileException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hotlinegateway.delivery.Backoff;
import org.hotlinegateway.delivery.Commit;
import org.hotlinegateway.ledger.AttachmentBytes;
import org.hotlinegateway.ledger.AttachmentSettlement;
import org.hotlinegateway.ledger.AttachmentState;
import org.hotlinegateway.ledger.Attachments;
import org.hotlinegateway.ledger.Ledger;
import org.hotlinegateway.ledger.LedgerTx;
import org.hotlinegateway.ledger.StoredAttachment;
import org.hotlinegateway.peer.FileProfile;
import org.hotlinegateway.peer.PeerProfile;
import org.hotlinegateway.peer.Peers;
import org.hotlinegateway.vault.DamagedFile;
import org.hotlinegateway.vault.DoesNotOpen;
import org.hotlinegateway.vault.SealedFile;
import org.hotlinegateway.vault.WatchedStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does what is due with attachments: fetches, scans, checks, and lets the case hear of what is kept. A step may be run by
 * any gateway of the ledger, and again after a crash.
 */
public final class AttachmentRound {
    private static final Logger LOG = LoggerFactory.getLogger(AttachmentRound.class);
    private static final int AT_ONCE = 50;
    private static final Duration EXAMINATION = Duration.ofMinutes(10);
    private static final String SCANNER_DOWN = "SCANNER_DOWN";
    private static final String STORE_FAULT = "STORE_FAULT";
    private static final String PEER_UNKNOWN = "PEER_UNKNOWN";

    private final Ledger ledger;
    private final Attachments attachments;
    private final Peers peers;
    private final Workshop workshop;
    private final CaseHears cases;
    private final Backoff backoff;
    private final Clock clock;

    AttachmentRound(
            Ledger ledger,
            Attachments attachments,
            Peers peers,
            Workshop workshop,
            CaseHears cases,
            Backoff backoff,
            Clock clock) {
        this.ledger = ledger;
        this.attachments = attachments;
        this.peers = peers;
        this.workshop = workshop;
        this.cases = cases;
        this.backoff = backoff;
        this.clock = clock;
    }

    /** Lets a case hear of an attachment inside the transaction that keeps it. */
    @FunctionalInterface
    interface CaseHears {
        void kept(LedgerTx tx, StoredAttachment attachment, byte[] payload);
    }

    /** What the steps are done with. */
    record Workshop(FileStore store, FileFetch fetch, Checks checks, Scanner scanner, FileTypes types) {}

    /** Does every step that is due now; returns how many. */
    public int run() {
        List<Long> due = attachments.due(clock.instant(), AT_ONCE);
        int done = 0;
        for (long id : due) {
            Optional<StoredAttachment> claimed = Commit.awaited(attachments.claim(id, lease()));
            claimed.ifPresent(this::step);
            done += claimed.isPresent() ? 1 : 0;
        }
        return done;
    }

    private Duration lease() {
        return peers.all().stream()
                .flatMap(peer -> Optional.ofNullable(peer.files()).stream())
                .map(FileFetch::lease)
                .reduce(EXAMINATION, (one, other) -> one.compareTo(other) > 0 ? one : other);
    }

    private void step(StoredAttachment attachment) {
        PeerProfile peer = peers.find(attachment.peer()).orElse(null);
        if (!attachment.opens()) {
            settle(attachment, ended(AttachmentState.HELD, DoesNotOpen.CODE, attachment), null);
        } else if (peer == null || peer.files() == null) {
            settle(attachment, ended(AttachmentState.HELD, PEER_UNKNOWN, attachment), null);
        } else if (attachment.state() == AttachmentState.WANTED) {
            fetch(attachment, peer, peer.files());
        } else {
            examine(attachment, peer, peer.files());
        }
    }

    private void fetch(StoredAttachment attachment, PeerProfile peer, FileProfile files) {
        Description said = Description.read(attachment.described());
        try {
            Received received = workshop.fetch().fetch(files, said, FileNames.fit(said.name()));
            settle(attachment, kept(received, said, files), null);
        } catch (NotTaken e) {
            settle(attachment, notFetched(e.finding(), attachment, peer, files), null);
        } catch (IOException e) {
            LOG.warn("attachment {} could not be stored: {}", attachment.publicId(), e.toString());
            settle(attachment, later(STORE_FAULT, attachment, peer), null);
        }
    }

    private AttachmentSettlement kept(Received received, Description said, FileProfile files)
            throws IOException, NotTaken {
        Optional<Finding> finding = workshop.checks().of(received.facts(), said, files);
        if (finding.isPresent()) {
            workshop.store().drop(received);
            throw new NotTaken(finding.get());
        }
        workshop.store().keep(received);
        AttachmentBytes bytes = new AttachmentBytes(
                received.address(), received.facts().size(), received.facts().mediaType());
        return new AttachmentSettlement(AttachmentState.STORED, clock.instant(), null, bytes);
    }

    private AttachmentSettlement notFetched(
            Finding finding, StoredAttachment attachment, PeerProfile peer, FileProfile files) {
        if (!finding.mayPass()) {
            return ended(AttachmentState.REFUSED, finding.name(), attachment);
        }
        return attachment.attempts() < files.fetchAttempts()
                ? later(finding.name(), attachment, peer)
                : ended(AttachmentState.HELD, finding.name(), attachment);
    }

    private void examine(StoredAttachment attachment, PeerProfile peer, FileProfile files) {
        try (SealedFile file = workshop.store().open(String.valueOf(attachment.address()))) {
            Description said = Description.read(attachment.described());
            Facts facts = scanned(file, said);
            Optional<Finding> finding = workshop.checks().of(facts, said, files);
            if (finding.isPresent()) {
                throw new NotTaken(finding.get());
            }
            byte[] payload = KeptPayload.of(attachment, said, facts);
            settle(attachment, ended(AttachmentState.KEPT, null, attachment), payload);
        } catch (NotTaken e) {
            refuse(attachment, e.finding());
        } catch (DamagedFile | NoSuchFileException e) {
            LOG.error("ATTACHMENT_DAMAGED {}: its bytes are gone or not what was kept", attachment.publicId());
            settle(attachment, ended(AttachmentState.HELD, AttachmentFiles.DAMAGED, attachment), null);
        } catch (Scanner.Down e) {
            LOG.warn("attachment {} waits for the scanner: {}", attachment.publicId(), e.getMessage());
            settle(attachment, later(SCANNER_DOWN, attachment, peer), null);
        } catch (IOException e) {
            LOG.warn("attachment {} could not be read: {}", attachment.publicId(), e.toString());
            settle(attachment, later(STORE_FAULT, attachment, peer), null);
        }
    }

    /** One pass over the bytes: what they are, and that no malware is among them. */
    private Facts scanned(SealedFile file, Description said) throws IOException, NotTaken {
        Measure measure = new Measure();
        try (InputStream content = new WatchedStream(file.from(0), measure::pass)) {
            workshop.scanner().scan(content);
            content.transferTo(OutputStream.nullOutputStream());
        }
        return measure.facts(workshop.types(), FileNames.fit(said.name()));
    }

    private void refuse(StoredAttachment attachment, Finding finding) {
        LOG.warn("ATTACHMENT_REFUSED {}: {}", attachment.publicId(), finding);
        String address = String.valueOf(attachment.address());
        if (settle(attachment, new AttachmentSettlement(AttachmentState.REFUSED, null, finding.name(), null), null)
                && !attachments.knows(address)) {
            workshop.store().remove(address);
        }
    }

    private AttachmentSettlement later(String reason, StoredAttachment attachment, PeerProfile peer) {
        Instant due = clock.instant().plus(backoff.after(attachment.attempts(), peer.outbound()));
        return new AttachmentSettlement(attachment.state(), due, reason, bytes(attachment));
    }

    private static AttachmentSettlement ended(
            AttachmentState next, @Nullable String reason, StoredAttachment attachment) {
        return new AttachmentSettlement(next, null, reason, bytes(attachment));
    }

    private static @Nullable AttachmentBytes bytes(StoredAttachment attachment) {
        return attachment.address() == null || attachment.size() == null || attachment.mediaType() == null
                ? null
                : new AttachmentBytes(attachment.address(), attachment.size(), attachment.mediaType());
    }

    private boolean settle(StoredAttachment attachment, AttachmentSettlement settlement, byte @Nullable [] payload) {
        return Commit.awaited(ledger.write(tx -> {
            boolean ours = tx.attachments().settle(attachment, settlement);
            if (ours && payload != null && attachment.caseNo() != null) {
                cases.kept(tx, attachment, payload);
            }
            return ours;
        }));
    }
}
