package org.hotlinegateway.delivery;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.hotlinegateway.ledger.ClaimedDelivery;

/** Writes several delivery documents as one. */
final class FeedDocument {
    private static final byte[] BEGIN = "{\"events\":[".getBytes(StandardCharsets.UTF_8);
    private static final byte[] END = "]}".getBytes(StandardCharsets.UTF_8);

    private FeedDocument() {}

    static byte[] of(List<ClaimedDelivery> batch) {
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        written.writeBytes(BEGIN);
        for (int i = 0; i < batch.size(); i++) {
            if (i > 0) {
                written.write(',');
            }
            written.writeBytes(batch.get(i).document());
        }
        written.writeBytes(END);
        return written.toByteArray();
    }
}
