package org.hotlinegateway.ledger;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import org.hotlinegateway.ledger.MessageSql.Incoming;
import org.hotlinegateway.ledger.RungLately.Waiting;
import org.hotlinegateway.vault.FieldCipher;
import org.hotlinegateway.vault.KeyRing;
import org.jspecify.annotations.Nullable;

/** The ledger on SQLite or PostgreSQL. */
public final class SqlLedger implements Ledger, AutoCloseable {
    private final LedgerDatabase database;
    private final LedgerSettings settings;
    private final FieldCipher cipher;
    private final Clock clock;
    private final Bell bell = new Bell();
    private final RungLately rungLately;
    private final LedgerRoom room;
    private final Combiner combiner;
    private final String owner = Presence.newOwner();
    private final @Nullable Presence presence;
    private final SqlBalances balances;

    private SqlLedger(LedgerSettings settings, FieldCipher cipher, Clock clock, FatalLedgerError fatal, boolean opens) {
        this.settings = settings;
        this.cipher = cipher;
        this.clock = clock;
        this.database = LedgerDatabase.open(settings);
        this.balances = new SqlBalances(this, clock);
        this.rungLately = new RungLately(Duration.ofSeconds(settings.ringAgainSeconds()));
        this.room = database.room();
        Writer writer = new Writer(database, cipher, clock);
        this.combiner = new Combiner(writer, bell, fatal, room, settings.batch(), settings.queue());
        this.presence = database.dialect() == Dialect.SQLITE ? null : new Presence(database, owner, System::nanoTime);
        try {
            begin(opens);
        } catch (RuntimeException e) {
            close();
            throw e.getCause() instanceof IllegalStateException refusal ? refusal : e;
        }
    }

    private void begin(boolean opens) {
        if (opens) {
            submit(tx -> tx.requireKeys(cipher)).join();
        }
        if (presence == null) {
            abandonLeases();
        } else {
            lookForTheDead();
        }
    }

    /** The name under which this process claims. */
    public String owner() {
        return owner;
    }

    private void lookForTheDead() {
        if (presence != null) {
            presence.look(dead -> submit(tx -> tx.abandonLeases(dead)).join());
        }
    }

    /** On a full disk they run out by themselves. */
    private void abandonLeases() {
        try {
            submit(SqlTx::abandonLeases).join();
        } catch (CompletionException e) {
            if (room.isOpen()) {
                throw e;
            }
        }
    }

    /**
     * Opens the ledger, bringing its schema up to date first. Rings are lost until {@link #ringer} is called.
     *
     * @throws IllegalStateException when the cipher's keys are not those of this ledger
     */
    public static SqlLedger open(LedgerSettings settings, FieldCipher cipher, Clock clock, FatalLedgerError fatal) {
        return new SqlLedger(settings, cipher, clock, fatal, true);
    }

    /** Opens the ledger, likewise, for what is not sealed in it: nothing else can be read, or should be written. */
    public static SqlLedger openWithoutKeys(LedgerSettings settings, Clock clock) {
        FieldCipher none = new FieldCipher(KeyRing.parse(KeyRing.generate()));
        return new SqlLedger(settings, none, clock, cause -> {}, false);
    }

    /** Says who rings from now on. */
    public void ringer(Ringer ringer) {
        bell.ringer(ringer);
    }

    @Override
    public CompletableFuture<Acceptance> accept(NewMessage message) {
        Incoming incoming = Incoming.of(message, clock.instant(), cipher);
        return submit(tx -> tx.accept(incoming));
    }

    @Override
    public <T> CompletableFuture<T> write(UnitOfWork<T> work) {
        return submit(work::run);
    }

    @Override
    public CompletableFuture<Boolean> useNonce(String appId, String nonce, Instant until) {
        return submit(tx -> tx.useNonce(appId, nonce, until));
    }

    @Override
    public CompletableFuture<Optional<ClaimedDelivery>> claim(long deliveryId, String owner, Duration lease) {
        return submit(tx -> tx.claims().claim(deliveryId, owner, lease));
    }

    @Override
    public CompletableFuture<Optional<FeedBatch>> claimFeed(String peer, String owner, Duration lease, int limit) {
        return submit(tx -> tx.claims().claimFeed(peer, owner, lease, limit));
    }

    @Override
    public CompletableFuture<Boolean> replay(long deliveryId, String by, String reason) {
        return submit(tx -> tx.desk().decideHeld(deliveryId, DeliveryState.READY, by, reason));
    }

    @Override
    public CompletableFuture<Boolean> skip(long deliveryId, String by, String reason) {
        return submit(tx -> tx.desk().discard(DeskSide.DELIVERY, deliveryId, by, reason));
    }

    @Override
    public CompletableFuture<Boolean> replayMessage(long messageId, String by, String reason) {
        return submit(tx -> tx.desk().replayMessage(messageId, by, reason));
    }

    /** Whether the disk has room for new messages. */
    public LedgerRoom room() {
        return room;
    }

    /** The mapping sets published on this ledger. */
    public Publications publications() {
        return new SqlPublications(this);
    }

    /** What messages and deliveries were made of. */
    public Recordings recordings() {
        return new SqlRecordings(this);
    }

    /** What waits at the desk of this ledger. */
    public DeskBook desk() {
        return new SqlDesk(this);
    }

    /** The files of cases. */
    public Attachments attachments() {
        return new SqlAttachments(this);
    }

    /** What staff set for peers. */
    public PeerSettings peerSettings() {
        return new SqlPeerSettings(this);
    }

    <T> CompletableFuture<T> submit(Function<SqlTx, T> work) {
        return combiner.submit(new Unit<>(work));
    }

    @Override
    public Optional<StoredMessage> message(long id) {
        return read(tables -> tables.messages().find(id));
    }

    @Override
    public Optional<StoredMessage> messageByReceipt(String receipt) {
        return read(tables -> tables.messages().findByReceipt(receipt));
    }

    @Override
    public Optional<StoredCase> findCase(String caseNo) {
        return read(tables -> tables.cases().find(caseNo));
    }

    @Override
    public Optional<String> caseNoOf(String peer, String reference) {
        return read(tables -> tables.cases().caseNoOf(peer, reference));
    }

    @Override
    public List<StoredEvent> events(String caseNo) {
        return read(tables -> tables.events().of(caseNo));
    }

    @Override
    public List<StoredDelivery> deliveries(String caseNo) {
        return read(tables -> tables.deliveries().of(caseNo));
    }

    @Override
    public Optional<StoredDelivery> delivery(long id) {
        return read(tables -> tables.deliveries().find(id));
    }

    @Override
    public List<StoredAttempt> attempts(long deliveryId) {
        return read(tables -> tables.attempts().of(deliveryId));
    }

    @Override
    public List<StoredDelivery> deliveriesIn(DeliveryState state, int limit) {
        return read(tables -> tables.deliveries().in(state, limit));
    }

    @Override
    public List<StoredMessage> messagesIn(MessageState state, int limit) {
        return read(tables -> tables.messages().in(state, limit));
    }

    @Override
    public List<WaitingMessages> waiting(String keyPrefix) {
        return read(tables -> tables.messages().waiting(keyPrefix));
    }

    @Override
    public List<Timer> timersDue(Instant now, int limit) {
        return read(tables -> tables.sundries().timersDue(now, limit));
    }

    @Override
    public long messagesWaitingSince(String keyPrefix, Instant before) {
        return read(tables -> tables.messages().waitingSince(keyPrefix, before));
    }

    @Override
    public LedgerBalance open() {
        return read(tables ->
                new LedgerBalance(tables.messages().open(), tables.deliveries().open()));
    }

    @Override
    public LedgerBalance balance() {
        return balances.total();
    }

    @Override
    public int sweep() {
        lookForTheDead();
        Instant now = clock.instant();
        List<Waiting> waiting = read(tables -> {
            List<Waiting> all = new ArrayList<>(tables.messages().waiting(settings.sweepBatch()));
            all.addAll(tables.lanes().waiting(now, settings.sweepBatch()));
            return all;
        });
        List<Ring> rings = rungLately.fresh(waiting, now);
        bell.ring(rings);
        submit(SqlTx::forgetNonces).join();
        return rings.size();
    }

    @Override
    public void ring(List<Ring> rings) {
        bell.ring(rings);
    }

    <T> T read(Function<Tables, T> query) {
        return database.read(query, cipher);
    }

    /** Commits what is waiting and closes the database. */
    @Override
    public void close() {
        combiner.close();
        if (presence != null) {
            presence.close();
        }
        database.close();
    }
}
