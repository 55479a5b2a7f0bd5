package org.hotlinegateway.ledger;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Deliveries claimed together for a peer that reads one gap-free sequence over all cases. What belongs to a number is
 * kept with it before anything is sent, and stays until it is certain that the peer did not take it.
 *
 * @param feedSeq the number
 * @param members at least one, by delivery number; at most one of each case
 */
public record FeedBatch(long feedSeq, List<ClaimedDelivery> members) {
    private static final byte[] BEGIN = "{\"events\":[".getBytes(StandardCharsets.UTF_8);
    private static final byte[] END = "]}".getBytes(StandardCharsets.UTF_8);

    public FeedBatch {
        members = List.copyOf(members);
    }

    /** What the mapping of a batch reads: {@code {"events":[…]}}. */
    public static byte[] document(List<byte[]> documents) {
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        written.writeBytes(BEGIN);
        for (int i = 0; i < documents.size(); i++) {
            if (i > 0) {
                written.write(',');
            }
            written.writeBytes(documents.get(i));
        }
        written.writeBytes(END);
        return written.toByteArray();
    }
}
