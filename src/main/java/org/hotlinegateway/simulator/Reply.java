package org.hotlinegateway.simulator;

import java.util.regex.Pattern;

/**
 * The gateway's answer to a message a stand-in peer sent.
 *
 * @param status HTTP status
 * @param body the body as text in the peer's charset
 */
public record Reply(int status, String body) {
    private static final Pattern REFUSED =
            Pattern.compile("\"success\"\\s*:\\s*false|\"status\"\\s*:\\s*\"0\"|<CODE>(?![09]<)");

    /** Whether the gateway took the message or had it already, by status and by envelope. */
    public boolean taken() {
        return status >= 200 && status < 300 && !REFUSED.matcher(body).find();
    }
}
