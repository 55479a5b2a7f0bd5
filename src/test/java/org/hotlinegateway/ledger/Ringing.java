package org.hotlinegateway.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.List;

/** A ringer that listens. */
final class Ringing implements Ringer {
    private final List<Ring> heard = new ArrayList<>();

    @Override
    public synchronized void ring(List<Ring> rings) {
        heard.addAll(rings);
    }

    synchronized List<Ring> heard() {
        return List.copyOf(heard);
    }

    synchronized void forget() {
        heard.clear();
    }

    void hears(Ring... expected) {
        await().untilAsserted(() -> assertThat(heard()).containsExactly(expected));
    }

    static Ring intake(long id) {
        return new Ring(Ring.Kind.INTAKE, "window", id);
    }

    static Ring delivery(long id) {
        return new Ring(Ring.Kind.DELIVERY, "hotline", id);
    }
}
