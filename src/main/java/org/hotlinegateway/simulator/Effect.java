package org.hotlinegateway.simulator;

/**
 * What one business key did at a stand-in peer.
 *
 * @param effects how often something was made or changed because of it; more than one is a doubled effect
 * @param deliveries how often it arrived and was taken or known already
 */
public record Effect(int effects, int deliveries) {
    Effect plus(Effect other) {
        return new Effect(effects + other.effects, deliveries + other.deliveries);
    }
}
