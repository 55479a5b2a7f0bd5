package org.hotlinegateway.flow;

import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;

/**
 * Asks a peer by key what became of an earlier send, through a route of its own. That route ends at
 * {@link Outbox#resolve}, or at its failure policy; either settles the attempt unless the peer has it not.
 */
final class Questions {
    private static final String QUESTION = "DeliveryQuestion";
    private static final String ABSENT = "DeliveryAbsent";

    private Questions() {}

    /** True when the peer does not have the message, so that it may be sent; otherwise the attempt is settled. */
    static boolean finds(String route, Exchange delivery) throws Exception {
        Exchange question = delivery.copy();
        question.setProperty(QUESTION, Boolean.TRUE);
        try (ProducerTemplate line = delivery.getContext().createProducerTemplate()) {
            line.send("direct:" + route, question);
        }
        if (question.getException() != null) {
            throw question.getException();
        }
        return question.getProperty(ABSENT) != null;
    }

    /** Whether the exchange asks instead of sending. */
    static boolean isQuestion(Exchange exchange) {
        return exchange.getProperty(QUESTION) != null;
    }

    static void answerAbsent(Exchange question) {
        question.setProperty(ABSENT, Boolean.TRUE);
    }
}
