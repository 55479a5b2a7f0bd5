package org.hotlinegateway.mapping;

import java.time.Instant;
import java.util.Optional;

/** Where gateways that work together agree on the mapping set they all run; the last to publish wins. */
public interface SharedSets {
    /** Nobody to agree with: every gateway is its own. */
    SharedSets ALONE = new SharedSets() {
        @Override
        public Optional<Published> newest() {
            return Optional.empty();
        }

        @Override
        public Published publish(Proposal proposal) {
            return new Published(
                    0, proposal.digest(), proposal.at(), proposal.cause(), proposal.by(), "", proposal.reason());
        }

        @Override
        public boolean holds(String digest) {
            return false;
        }

        @Override
        public Optional<byte[]> zip(String digest) {
            return Optional.empty();
        }
    };

    /**
     * A set to be run by all.
     *
     * @param digest which set
     * @param zip its files
     * @param at when
     * @param cause what led to it
     * @param by who, {@code gateway} when nobody in person
     * @param reason why, in one line
     */
    record Proposal(String digest, byte[] zip, Instant at, WentLive.Cause cause, String by, String reason) {}

    /**
     * A set that all are to run.
     *
     * @param number rises with every publication, 0 when there is nobody to agree with
     * @param instance who published it, {@code ""} when this gateway did
     */
    record Published(
            long number, String digest, Instant at, WentLive.Cause cause, String by, String instance, String reason) {}

    /** What all are to run; empty when nothing was ever published. */
    Optional<Published> newest();

    /** Makes a set the one to run; returns the newest publication. */
    Published publish(Proposal proposal);

    /** Whether a set was ever published. */
    boolean holds(String digest);

    /** The files of a published set. */
    Optional<byte[]> zip(String digest);
}
