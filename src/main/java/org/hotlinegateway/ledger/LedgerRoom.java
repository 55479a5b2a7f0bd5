package org.hotlinegateway.ledger;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether the disk under the ledger has room for new messages. Below the mark new ones are refused, so that what was
 * accepted can still be decided, delivered and settled; it opens again by itself, a tenth above the mark. A disk that the
 * database found full closes it for a moment too: that is all there is to know of the disk of a PostgreSQL elsewhere.
 */
public final class LedgerRoom {
    private static final Logger LOG = LoggerFactory.getLogger(LedgerRoom.class);
    private static final long LOOK_AGAIN_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final long FULL_FOR_NANOS = TimeUnit.SECONDS.toNanos(5);

    private final Supplier<OptionalLong> measure;
    private final long mark;
    private final LongSupplier nanos;
    private long lookedAt;
    private @Nullable Long fullUntil;
    private OptionalLong free = OptionalLong.empty();
    private boolean open = true;

    /**
     * Watches a disk.
     *
     * @param measure says how many bytes are free; empty when nobody can say
     * @param mark bytes that must be free for new messages
     * @param nanos a clock that nobody sets, in nanoseconds
     */
    LedgerRoom(Supplier<OptionalLong> measure, long mark, LongSupplier nanos) {
        this.measure = measure;
        this.mark = mark;
        this.nanos = nanos;
        look(nanos.getAsLong());
    }

    /** Whether new messages are taken now; looks at the disk once a second at most. */
    public synchronized boolean isOpen() {
        long now = nanos.getAsLong();
        if (now - lookedAt >= LOOK_AGAIN_NANOS) {
            look(now);
        }
        return open;
    }

    /** Bytes free where the ledger lies; empty when it lies elsewhere or nobody can say. */
    public synchronized OptionalLong free() {
        return free;
    }

    /** Bytes that must be free for new messages. */
    public long mark() {
        return mark;
    }

    /** The database found its disk full. */
    synchronized void foundFull() {
        long now = nanos.getAsLong();
        fullUntil = now + FULL_FOR_NANOS;
        look(now);
    }

    private void look(long now) {
        lookedAt = now;
        free = measure.get();
        if (fullUntil != null && now - fullUntil >= 0) {
            fullUntil = null;
        }
        boolean enough = free.isEmpty() || free.getAsLong() >= (open ? mark : mark + mark / 10);
        turn(enough && fullUntil == null);
    }

    private void turn(boolean now) {
        if (open && !now) {
            LOG.error(
                    "LEDGER_DISK_NEARLY_FULL new messages are refused, those accepted go on: {} bytes free, {} expected",
                    free.isPresent() ? free.getAsLong() : "no",
                    mark);
        } else if (!open && now) {
            LOG.info("LEDGER_DISK_HAS_ROOM new messages are taken again");
        }
        open = now;
    }

    /** Measures the disk on which a folder lies. */
    static OptionalLong freeAt(Path folder) {
        try {
            return OptionalLong.of(Files.getFileStore(folder).getUsableSpace());
        } catch (IOException e) {
            return OptionalLong.empty();
        }
    }
}
