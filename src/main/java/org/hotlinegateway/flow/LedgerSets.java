package org.hotlinegateway.flow;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.hotlinegateway.delivery.Commit;
import org.hotlinegateway.ledger.LedgerException;
import org.hotlinegateway.ledger.NewPublication;
import org.hotlinegateway.ledger.Publication;
import org.hotlinegateway.ledger.Publications;
import org.hotlinegateway.mapping.SharedSets;
import org.hotlinegateway.mapping.SharedSetsAway;
import org.hotlinegateway.mapping.WentLive;

/** Agrees with the other gateways on the same ledger. */
final class LedgerSets implements SharedSets {
    private final Publications publications;
    private final String instance;

    LedgerSets(Publications publications, String instance) {
        this.publications = publications;
        this.instance = instance;
    }

    @Override
    public Optional<Published> newest() {
        return reached(() -> publications.newest().map(this::published));
    }

    @Override
    public Published publish(Proposal set) {
        NewPublication publication = new NewPublication(
                set.digest(), set.zip(), set.cause().name().toLowerCase(Locale.ROOT), set.by(), instance, set.reason());
        return reached(() -> published(Commit.awaited(publications.publish(publication))));
    }

    @Override
    public boolean holds(String digest) {
        return reached(() -> publications.holds(digest));
    }

    @Override
    public Optional<byte[]> zip(String digest) {
        return reached(() -> publications.files(digest));
    }

    private Published published(Publication one) {
        return new Published(
                one.number(),
                one.digest(),
                one.at(),
                WentLive.Cause.valueOf(one.cause().toUpperCase(Locale.ROOT)),
                one.by(),
                one.instance().equals(instance) ? "" : one.instance(),
                one.reason());
    }

    private static <T> T reached(Supplier<T> question) {
        try {
            return question.get();
        } catch (LedgerException e) {
            throw new SharedSetsAway(e);
        }
    }
}
