package org.hotlinegateway.simulator;

import java.nio.charset.StandardCharsets;
import java.util.Set;

/** Stands in for a peer that only configuration knows: takes whatever is posted and gives one answer, numbered. */
public final class PlainStandIn extends StandIn {
    private static final String NUMBER = "{number}";

    private final SimulatorSettings.Plain settings;
    private int taken;

    PlainStandIn(String peer, SimulatorSettings.Plain settings) {
        super(peer);
        this.settings = settings;
    }

    @Override
    Set<String> paths() {
        return settings.paths();
    }

    @Override
    synchronized Answer answer(Request request) {
        String number = Integer.toString(++taken);
        byte[] body = settings.answer().replace(NUMBER, number).getBytes(StandardCharsets.UTF_8);
        return new Answer(200, settings.mediaType(), body, Verdict.TAKEN, number, "");
    }

    @Override
    Answer refusal(String text) {
        return new Answer(422, "text/plain", text.getBytes(StandardCharsets.UTF_8), Verdict.REFUSED, null, text);
    }

    @Override
    synchronized void forgetState() {
        taken = 0;
    }
}
