package org.hotlinegateway.supervision;

import java.io.IOException;
import org.hotlinegateway.ledger.Alert;

/** A way by which alerts leave the gateway. */
interface AlertWay {
    /** Its name in the ledger. */
    String name();

    /**
     * Sends an alert.
     *
     * @throws IOException when it is not certain that it was taken
     */
    void send(Alert alert) throws IOException;
}
