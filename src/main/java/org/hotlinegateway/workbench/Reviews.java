package org.hotlinegateway.workbench;

import java.util.Optional;
import org.hotlinegateway.ledger.Ledger;
import tools.jackson.databind.json.JsonMapper;

/**
 * Which mapping sets were looked at on recorded traffic, for whoever must not publish one that was not. Kept in the
 * ledger, so that all instances know; the last review of a set counts.
 */
public final class Reviews {
    private static final String KIND = "mapping-review";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Ledger ledger;

    public Reviews(Ledger ledger) {
        this.ledger = ledger;
    }

    /** The last review of the set with this digest; empty when nobody has looked. */
    public Optional<Review> reviewed(String digest) {
        return ledger.write(tx -> tx.keepsake(KIND, digest))
                .join()
                .map(document -> JSON.readValue(document, Review.class));
    }

    /** Keeps a review. */
    public void keep(Review review) {
        byte[] document = JSON.writeValueAsBytes(review);
        ledger.write(tx -> {
                    tx.keep(KIND, review.digest(), document);
                    return true;
                })
                .join();
    }
}
