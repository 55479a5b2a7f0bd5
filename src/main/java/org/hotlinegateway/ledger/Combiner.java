package org.hotlinegateway.ledger;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs concurrent units of work in one transaction and commits them together: while one commit is synced, the next
 * batch forms by itself, without any timer. When a unit fails, the batch is rolled back; those before it, it alone and
 * those after it are committed separately, so that only the guilty one fails.
 */
final class Combiner implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Combiner.class);
    private static final int TRIES = 5;

    private final Writer writer;
    private final Bell bell;
    private final FatalLedgerError fatal;
    private final LedgerRoom room;
    private final int batch;
    private final BlockingQueue<Unit<?>> waiting;
    private final Thread thread = new Thread(this::run, "ledger-writer");
    private final ExecutorService completer =
            Executors.newSingleThreadExecutor(task -> new Thread(task, "ledger-committed"));
    private volatile boolean open = true;
    private volatile @Nullable Throwable broken;

    Combiner(Writer writer, Bell bell, FatalLedgerError fatal, LedgerRoom room, int batch, int queue) {
        this.writer = writer;
        this.bell = bell;
        this.fatal = fatal;
        this.room = room;
        this.batch = batch;
        this.waiting = new ArrayBlockingQueue<>(queue);
        thread.start();
    }

    <T> CompletableFuture<T> submit(Unit<T> unit) {
        if (Thread.currentThread() == thread) {
            throw new IllegalStateException("a unit of work may not start another one: it would wait for itself");
        }
        if (broken != null) {
            unit.failed(new LedgerException("the ledger stopped writing after a fatal error", broken));
        } else if (!open) {
            unit.failed(new LedgerException("the ledger is closed"));
        } else if (!waiting.offer(unit)) {
            unit.failed(new LedgerException("the ledger's writer is overloaded"));
        } else if (!open && waiting.remove(unit)) {
            unit.failed(new LedgerException("the ledger is closed"));
        }
        return unit.future();
    }

    private void run() {
        List<Unit<?>> units = new ArrayList<>(batch);
        while (open || !waiting.isEmpty()) {
            try {
                Unit<?> first = waiting.poll(100, TimeUnit.MILLISECONDS);
                if (first != null) {
                    units.add(first);
                    waiting.drainTo(units, batch - 1);
                    write(List.copyOf(units), 1);
                }
            } catch (InterruptedException e) {
                open = false;
            }
            units.clear();
        }
        writer.close();
    }

    private void write(List<Unit<?>> units, int attempt) {
        if (units.isEmpty()) {
            return;
        }
        if (broken != null) {
            fail(units, new LedgerException("the ledger stopped writing after a fatal error", broken));
            return;
        }
        int done = 0;
        try {
            for (Unit<?> unit : units) {
                unit.run(writer.unit());
                done++;
            }
        } catch (Throwable e) {
            writer.rollback();
            recover(units, done, e, attempt);
            return;
        }
        commit(units, attempt);
    }

    private void commit(List<Unit<?>> units, int attempt) {
        try {
            writer.commit();
        } catch (SQLException e) {
            writer.rollback();
            commitFailed(units, e, attempt);
            return;
        }
        completer.execute(() -> committed(units));
    }

    private void committed(List<Unit<?>> units) {
        units.forEach(Unit::committed);
        bell.ring(units.stream().flatMap(unit -> unit.rings().stream()).toList());
    }

    private void recover(List<Unit<?>> units, int guilty, Throwable e, int attempt) {
        SQLException sql = sqlCause(e);
        noteFull(sql);
        if (sql != null && writer.dialect().isFatal(sql)) {
            stop(units, e);
        } else if (sql != null && writer.dialect().isLost(sql)) {
            writer.close();
            again(units, e, attempt);
        } else if (units.size() > 1) {
            write(units.subList(0, guilty), 1);
            write(units.subList(guilty, guilty + 1), 1);
            write(units.subList(guilty + 1, units.size()), 1);
        } else if (sql != null && writer.dialect().isTransient(sql)) {
            again(units, e, attempt);
        } else {
            fail(units, e);
        }
    }

    private void commitFailed(List<Unit<?>> units, SQLException e, int attempt) {
        noteFull(e);
        if (writer.dialect().isFatal(e)) {
            stop(units, e);
        } else if (writer.dialect().isLost(e)) {
            writer.close();
            fail(
                    units,
                    new LedgerException("the connection was lost during the commit: it is unknown what is kept", e));
        } else if (units.size() > 1) {
            units.forEach(unit -> write(List.of(unit), 1));
        } else if (writer.dialect().isTransient(e)) {
            again(units, e, attempt);
        } else {
            fail(units, new LedgerException("the ledger could not commit: " + e.getMessage(), e));
        }
    }

    private void noteFull(@Nullable SQLException e) {
        if (e != null && writer.dialect().isFull(e)) {
            room.foundFull();
        }
    }

    private void again(List<Unit<?>> units, Throwable e, int attempt) {
        if (attempt < TRIES) {
            write(units, attempt + 1);
        } else {
            fail(units, e);
        }
    }

    private void stop(List<Unit<?>> units, Throwable cause) {
        broken = cause;
        LOG.error("the ledger's disk cannot be trusted, nothing more is written: {}", cause.toString());
        writer.close();
        fail(units, new LedgerException("the ledger stopped writing after a fatal error", cause));
        fatal.happened(cause);
    }

    private void fail(List<Unit<?>> units, Throwable cause) {
        completer.execute(() -> units.forEach(unit -> unit.failed(cause)));
    }

    private static @Nullable SQLException sqlCause(Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                return sql;
            }
        }
        return null;
    }

    /** Commits what is waiting, then stops. */
    @Override
    public void close() {
        open = false;
        try {
            thread.join();
            completer.shutdown();
            completer.awaitTermination(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
