package org.hotlinegateway.simulator;

import java.time.LocalDateTime;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * A story played against the gateway over real HTTP, step by step, every message in its peer's own dialect.
 *
 * <p>Steps that speak about an order need the gateway to have handed the case to the hotline before: they fail when
 * the hotline has no order of the case yet, so a test waits for {@code orderOf(caseNo)} first.
 *
 * @param caseNo the case the story is about
 * @param steps what happens, in order
 */
public record Scenario(String caseNo, List<Step> steps) {
    /** Plays every step; {@code before} moves clocks and waits for what a step needs. */
    public List<Reply> play(Consumer<Step> before) {
        return steps.stream()
                .map(step -> {
                    before.accept(step);
                    return step.play();
                })
                .toList();
    }

    /** Plays the step of this name. */
    public Reply play(String name) {
        return step(name).play();
    }

    /** The step of this name. */
    public Step step(String name) {
        return steps.stream()
                .filter(step -> step.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No step " + name + "."));
    }

    /**
     * One message of one peer.
     *
     * @param name the action as the peer calls it
     * @param at when it happens in the story, Beijing time
     * @param needsOrder whether the hotline must hold an order of the case
     * @param call sends the message
     */
    public record Step(String name, LocalDateTime at, boolean needsOrder, Supplier<Reply> call) {
        /** Sends the message to the gateway. */
        public Reply play() {
            return call.get();
        }
    }
}
