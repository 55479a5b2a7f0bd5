package org.hotlinegateway.ledger;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.hotlinegateway.ledger.DeskCopy.Judged;

/**
 * What the ledger knows of the desk: what waits for a person and why, frozen selections of it and the work on them,
 * corrected copies, what was set aside, and what people did. Every act is kept with who did it and why.
 */
public interface DeskBook {

    /** What waits, by fingerprint, the largest group first. */
    List<DeskGroup> groups();

    /** A group in which something waits. */
    Optional<DeskGroup> group(long id);

    /** What waits in a group, by number, after a number. */
    List<DeskItem> items(DeskGroup group, long after, int limit);

    /** Something that waits or waited a short while ago. */
    Optional<DeskItem> item(DeskSide side, long id);

    // selections

    /** Freezes what the filter takes now; what fails later is not in it. */
    CompletableFuture<DeskSelection> freeze(DeskFilter filter, int perMinute, String by, String reason);

    Optional<DeskSelection> selection(long id);

    /** The newest first. */
    List<DeskSelection> selections(int limit);

    /** Members after a place, in the order in which they are worked on. */
    List<DeskMember> members(long selection, int after, int limit);

    /** Sends the first member that waits. */
    CompletableFuture<Begun> tryOne(long selection, int perMinute, String by, String reason);

    /** Lets the rest follow one that healed; or without that, where a reason is given. */
    CompletableFuture<Begun> rest(long selection, int perMinute, String by, String reason, Optional<String> withoutTry);

    /** Sets aside what waits or failed again. */
    CompletableFuture<Begun> discard(long selection, String by, String reason);

    /** Puts back what the selection set aside. */
    CompletableFuture<Begun> undo(long selection, String by, String reason);

    /** Sends no more; false when there is no work on it. */
    CompletableFuture<Boolean> cancel(long selection, String by, String reason);

    /** Selections on which there is work. */
    List<Long> atWork();

    /** Works on a selection for a moment; false when another process has the lease, or there is nothing to do. */
    CompletableFuture<Boolean> step(long selection, String owner, Duration lease, int inFlight);

    // single ones

    /** Sets one aside; false when it does not wait. */
    CompletableFuture<Boolean> discard(DeskSide side, long id, String by, String reason);

    /** Puts one back that was set aside. */
    CompletableFuture<Undone> undo(DeskSide side, long id, String by, String reason);

    // copies

    /** Keeps a corrected copy for approval; empty when what it is of does not wait. */
    CompletableFuture<Optional<Long>> keepCopy(DeskSide side, long id, byte[] content, String by, String reason);

    Optional<DeskCopy> copy(long id);

    /** All copies there ever were, oldest first. */
    List<DeskCopy> copies(DeskSide side, long id);

    /** The oldest first. */
    List<DeskCopy> copiesWaiting(int limit);

    /** Approves a copy, which takes another person than its editor, or rejects it. */
    CompletableFuture<Judged> judge(long copy, boolean approve, String by, String reason);

    /** The document a delivery's message is written from, before any correction. */
    Optional<byte[]> document(long deliveryId);

    // acts

    /** Keeps that somebody does something that changes nothing else. */
    CompletableFuture<Boolean> note(String by, String act, String subject, String reason);

    /** What was done, after a number. */
    List<DeskAct> acts(long after, int limit);

    /** What was done about one subject. */
    List<DeskAct> actsOn(String subject);

    /** Forgets why something waited that came to its end before a time; nothing that waits is ever forgotten. */
    CompletableFuture<Integer> forget(Instant before);
}
