package org.hotlinegateway.workbench;

import java.util.Optional;
import org.hotlinegateway.ledger.Conversion;
import org.hotlinegateway.ledger.Recorded;
import org.hotlinegateway.ledger.Recordings;
import org.jspecify.annotations.Nullable;

/** Makes a test out of a message in the ledger; what leaves the ledger is the masked sample. */
public final class RecordedTests {
    private final Recordings recordings;
    private final TestMaker maker;

    public RecordedTests(Recordings recordings, TestMaker maker) {
        this.recordings = recordings;
        this.maker = maker;
    }

    /**
     * Of a received message, by its number or receipt; empty when it is not in the ledger or that mapping did not convert
     * it.
     *
     * @param mapping which of its conversions; null for the first
     * @param name what the test shows
     * @throws IllegalArgumentException when the mapping file does not allow it
     */
    public Optional<MadeTest> ofMessage(String id, @Nullable String mapping, String name) {
        return recordings.recordedMessage(id).flatMap(recorded -> made(recorded, mapping, name));
    }

    /** Of a delivery or the peer's answer to it, by its number or {@code <case number>/<sequence>/<peer>}; likewise. */
    public Optional<MadeTest> ofDelivery(String id, @Nullable String mapping, String name) {
        return recordings.recordedDelivery(id).flatMap(recorded -> made(recorded, mapping, name));
    }

    private Optional<MadeTest> made(Recorded recorded, @Nullable String mapping, String name) {
        return recorded.conversions().stream()
                .filter(conversion -> mapping == null || conversion.mapping().equals(mapping))
                .findFirst()
                .map(conversion -> made(recorded, conversion, name));
    }

    private MadeTest made(Recorded recorded, Conversion conversion, String name) {
        byte[] source = recorded.sourceOf(conversion, recordings);
        return maker.of(maker.fileOf(conversion.mapping()), source, Replay.context(conversion), name);
    }
}
