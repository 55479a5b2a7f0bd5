package org.hotlinegateway.simulator;

/**
 * The gateway's answer to a message a stand-in peer sent.
 *
 * @param status HTTP status
 * @param body the body as text in the peer's charset
 */
public record Reply(int status, String body) {
    /** Whether the gateway took the message or had it already. */
    public boolean taken() {
        return status >= 200 && status < 300;
    }
}
