package org.hotlinegateway.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hotlinegateway.ledger.MessageSql.Incoming;
import org.hotlinegateway.ledger.MessageSql.Lane;
import org.hotlinegateway.vault.FieldCipher;
import org.jspecify.annotations.Nullable;

/** One unit of work on the writer's connection; collects its rings until the commit. */
final class SqlTx implements LedgerTx {
    private final Tables tables;
    private final Instant now;
    private final List<Ring> rings = new ArrayList<>();
    private final Doubt doubt;
    private final LockedCases locked;
    private final Map<Long, ConversionRow> convertedMessages = new HashMap<>(2);
    private final Map<Long, ConversionRow> convertedDeliveries = new HashMap<>(2);

    SqlTx(Tables tables, Instant now, @Nullable Instant lostUntil) {
        this.tables = tables;
        this.now = now;
        this.doubt = new Doubt(lostUntil);
        this.locked = new LockedCases(tables.cases(), doubt, now);
    }

    List<Ring> rings() {
        return rings;
    }

    /** Writes what was put off until the end of the unit. */
    void finish() {
        locked.finish();
    }

    RestoredSql restored() {
        return new RestoredSql(tables.sql());
    }

    boolean requireKeys(FieldCipher cipher) {
        new KeyProofs(tables.sql(), cipher).establish(tables.dialect());
        return true;
    }

    Tables tables() {
        return tables;
    }

    @Override
    public AttachmentBook attachments() {
        return new SqlAttachmentBook(tables, now);
    }

    PeerSettingSql peerSettings() {
        return tables.peerSettings();
    }

    Acceptance accept(Incoming incoming) {
        Acceptance acceptance = tables.messages().accept(incoming);
        if (acceptance.verdict() == Acceptance.Verdict.ACCEPTED) {
            accepted(incoming, acceptance.messageId());
        }
        return acceptance;
    }

    private void accepted(Incoming incoming, long id) {
        NewMessage message = incoming.message();
        if (incoming.state() == MessageState.RECEIVED) {
            rings.add(new Ring(Ring.Kind.INTAKE, message.peer(), id));
        } else {
            tables.desk().parked(id, message.peer(), message.parkReason(), now);
        }
    }

    /** Claims in this unit. */
    ClaimTx claims() {
        return new ClaimTx(tables, now, rings);
    }

    boolean useNonce(String appId, String nonce, Instant until) {
        return tables.sundries().useNonce(appId, nonce, until, now);
    }

    /** What people do at the desk, in this unit. */
    DeskTx desk() {
        return new DeskTx(tables, now, rings);
    }

    int forgetNonces() {
        return tables.sundries().forgetNonces(now);
    }

    int abandonLeases() {
        return tables.lanes().abandonLeases();
    }

    int abandonLeases(String owner) {
        return tables.lanes().abandonLeases(owner);
    }

    @Override
    public boolean take(long messageId) {
        return tables.messages().take(messageId);
    }

    @Override
    public void converted(StoredMessage message, List<Conversion> conversions) {
        convertedMessages.put(message.id(), tables.messages().sealed(message, conversions));
    }

    private ConversionRow converted(long messageId) {
        return convertedMessages.getOrDefault(messageId, ConversionRow.NONE);
    }

    @Override
    public void applied(long messageId) {
        ringNext(tables.messages().decide(messageId, MessageState.APPLIED, null, converted(messageId), now));
    }

    @Override
    public void park(long messageId, String reason, @Nullable String waitingOn) {
        Lane lane = tables.messages().park(messageId, reason, waitingOn, converted(messageId));
        tables.desk().parked(messageId, lane.peer(), reason, now);
        ringNext(lane);
    }

    @Override
    public int release(String waitingOn) {
        List<Ring> released = tables.messages().release(waitingOn);
        rings.addAll(released);
        return released.size();
    }

    @Override
    public void discard(long messageId, String reason) {
        ringNext(tables.messages().decide(messageId, MessageState.DISCARDED, reason, converted(messageId), now));
    }

    private void ringNext(Lane lane) {
        tables.messages().firstOf(lane).ifPresent(rings::add);
    }

    @Override
    public Optional<StoredCase> lockCase(String caseNo) {
        return locked.lock(caseNo);
    }

    @Override
    public void insertCase(StoredCase newCase) {
        locked.insert(newCase);
    }

    @Override
    public void updateCase(StoredCase changed) {
        locked.update(changed);
    }

    @Override
    public Optional<String> caseNoOf(String peer, String reference) {
        return tables.cases().lockReference(peer, reference);
    }

    @Override
    public void addReference(String caseNo, String peer, String reference) {
        tables.cases().addReference(locked.get(caseNo).id, caseNo, peer, reference);
    }

    @Override
    public Optional<String> eventHash(String source, String eventId) {
        return tables.events().hash(source, eventId);
    }

    @Override
    public Optional<String> eventHash(String source, String caseNo, long version) {
        return tables.events().hash(source, caseNo, version);
    }

    @Override
    public Optional<Long> lastVersion(String source, String caseNo) {
        return tables.events().lastVersion(source, caseNo);
    }

    @Override
    public int appendEvent(String caseNo, NewEvent event) {
        LockedCase held = locked.get(caseNo);
        int seq = held.lastSeq + 1;
        tables.events().append(held.id, caseNo, seq, event);
        doubt.happened(caseNo, seq, event.occurredAt());
        held.lastSeq = seq;
        held.stale = true;
        return seq;
    }

    @Override
    public List<StoredEvent> events(String caseNo) {
        return tables.events().of(caseNo);
    }

    @Override
    public void addDelivery(NewDelivery delivery) {
        LockedCase held = locked.get(delivery.caseNo());
        boolean newLane = held.lanes.add(delivery.peer()) && held.isNew;
        Optional<Ring> ring = tables.lanes().add(held.id, delivery, newLane, now);
        if (doubt.isAbout(delivery)) {
            restored().doubtful(held.id, delivery, doubt.bearsTheSameKey(delivery), now);
        }
        ring.ifPresent(rings::add);
    }

    @Override
    public void converted(ClaimedDelivery claimed, List<Conversion> conversions) {
        convertedDeliveries.put(claimed.id(), tables.attempts().sealed(claimed, conversions));
    }

    @Override
    public boolean settle(ClaimedDelivery claimed, Settlement settlement) {
        ConversionRow converted = convertedDeliveries.getOrDefault(claimed.id(), ConversionRow.NONE);
        Optional<Long> caseId = tables.lanes().settle(claimed, settlement, converted, now);
        caseId.ifPresent(id -> {
            tables.desk().settled(claimed, settlement, now);
            ringLane(id, claimed.peer());
        });
        return caseId.isPresent();
    }

    void ringLane(long caseId, String peer) {
        tables.lanes().turn(caseId, peer, now).ifPresent(rings::add);
    }

    @Override
    public void schedule(Timer timer) {
        tables.sundries().schedule(locked.get(timer.caseNo()).id, timer.kind(), timer.due());
    }

    @Override
    public void putOff(Timer timer, Instant until) {
        tables.sundries().putOff(timer, until);
    }

    @Override
    public void unschedule(String caseNo, String kind) {
        tables.sundries().unschedule(caseNo, kind);
    }

    @Override
    public Optional<byte[]> keepsake(String kind, String key) {
        return tables.sundries().keepsake(kind, key);
    }

    @Override
    public void keep(String kind, String key, byte[] document) {
        tables.sundries().keep(kind, key, document);
    }

    @Override
    public String hidden(String personal) {
        return tables.sundries().hidden(personal);
    }

    @Override
    public long next(String series) {
        doubt.taken(series);
        return tables.sundries().next(series);
    }

    @Override
    public Instant now() {
        return now;
    }
}
