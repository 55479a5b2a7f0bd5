package org.hotlinegateway.console;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.hotlinegateway.ledger.CopyState;
import org.hotlinegateway.ledger.DeskBook;
import org.hotlinegateway.ledger.DeskCopy;
import org.hotlinegateway.ledger.DeskSide;
import org.hotlinegateway.ledger.Ledger;
import org.hotlinegateway.ledger.Recorded;
import org.hotlinegateway.ledger.Recordings;
import org.hotlinegateway.mapping.MappingSets;
import org.hotlinegateway.vault.DoesNotOpen;
import org.hotlinegateway.workbench.FieldMask;
import org.hotlinegateway.workbench.MessageFields;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Contents of what waits at the desk, and how a copy differs from them. */
@Component
final class DeskContents {
    private static final String JSON = "application/json";

    private final Ledger ledger;
    private final DeskBook desk;
    private final Recordings recordings;
    private final MappingSets sets;

    DeskContents(Ledger ledger, DeskBook desk, Recordings recordings, MappingSets sets) {
        this.ledger = ledger;
        this.desk = desk;
        this.recordings = recordings;
        this.sets = sets;
    }

    /**
     * What a copy is made of: a message's raw bytes, or the document a delivery's message is written from.
     *
     * @param bytes empty when what is kept does not open
     * @param mask what is personal in it
     */
    record Original(DeskSide side, long id, byte[] bytes, String contentType, FieldMask mask) {
        byte[] opened() {
            if (bytes.length == 0) {
                throw StaffProblem.doesNotOpen();
            }
            return bytes;
        }
    }

    /**
     * A whole document, unmasked.
     *
     * @param body as text, null when the bytes are no UTF-8
     */
    record Whole(String contentType, @Nullable String body, String bodyBase64) {}

    /** A field that differs; null where it is absent. */
    record Difference(
            String path,
            @Nullable String original,
            @Nullable String corrected) {}

    /**
     * A copy as staff see it.
     *
     * @param masked false when personal data is shown
     */
    record Shown(
            long id,
            DeskSide side,
            long itemId,
            CopyState state,
            Instant editedAt,
            String editedBy,
            String editReason,
            @Nullable Instant judgedAt,
            @Nullable String judgedBy,
            @Nullable String judgeReason,
            boolean masked,
            List<Difference> differences) {}

    Optional<Original> original(DeskSide side, long id) {
        return side == DeskSide.MESSAGE ? message(id) : delivery(id);
    }

    private Optional<Original> message(long id) {
        return ledger.message(id)
                .map(message -> message.raw() == null
                        ? damaged(DeskSide.MESSAGE, id, message.contentType())
                        : new Original(
                                DeskSide.MESSAGE,
                                id,
                                message.raw(),
                                message.contentType(),
                                mask(recordings.recordedMessage(Long.toString(id)))));
    }

    /** What does not open is still there, to be replaced or discarded. */
    private static Original damaged(DeskSide side, long id, String contentType) {
        return new Original(side, id, new byte[0], contentType, FieldMask.BY_NAME);
    }

    private Optional<Original> delivery(long id) {
        try {
            return desk.document(id)
                    .map(document -> new Original(
                            DeskSide.DELIVERY,
                            id,
                            document,
                            JSON,
                            mask(recordings.recordedDelivery(Long.toString(id)))));
        } catch (DoesNotOpen e) {
            return Optional.of(damaged(DeskSide.DELIVERY, id, JSON));
        }
    }

    private FieldMask mask(Optional<Recorded> recorded) {
        return recorded.flatMap(one -> one.conversions().stream().findFirst())
                .map(conversion -> FieldMask.of(sets.current(), conversion.mapping()))
                .orElse(FieldMask.BY_NAME);
    }

    /** Every field, personal data masked. */
    Map<String, String> fields(Original original) {
        Map<String, String> shown = new LinkedHashMap<>();
        MessageFields.of(original.opened(), original.contentType())
                .forEach((path, value) -> shown.put(path, original.mask().shown(path, value)));
        return shown;
    }

    static Whole whole(byte[] bytes, String contentType) {
        return new Whole(contentType, text(bytes), Base64.getEncoder().encodeToString(bytes));
    }

    private static @Nullable String text(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException otherCharset) {
            return null;
        }
    }

    /** What the correction makes of the original, or of the approved copy where there is one. */
    byte[] corrected(Original original, CopiesApi.Correction correction) {
        try {
            if (correction.bodyBase64() != null) {
                return Base64.getDecoder().decode(correction.bodyBase64());
            }
            if (correction.body() != null) {
                return correction.body().getBytes(StandardCharsets.UTF_8);
            }
            if (correction.set() != null && !correction.set().isEmpty()) {
                return MessageFields.changed(base(original), values(correction.set()));
            }
        } catch (IllegalArgumentException e) {
            throw StaffProblem.malformed("Nothing changed: " + e.getMessage() + ".");
        }
        throw StaffProblem.malformed("Expected one of set, body and bodyBase64.");
    }

    private byte[] base(Original original) {
        return desk.copies(original.side(), original.id()).stream()
                .filter(copy -> copy.state() == CopyState.APPROVED)
                .reduce((older, newer) -> newer)
                .map(DeskCopy::content)
                .orElseGet(original::opened);
    }

    private static Map<String, @Nullable String> values(Map<String, JsonNode> set) {
        Map<String, @Nullable String> values = new LinkedHashMap<>();
        set.forEach((path, value) -> values.put(path, value == null || value.isNull() ? null : value.toString()));
        return values;
    }

    Shown shown(DeskCopy copy) {
        return shown(copy, true);
    }

    Shown revealed(DeskCopy copy) {
        return shown(copy, false);
    }

    private Shown shown(DeskCopy copy, boolean masked) {
        List<Difference> differences = original(copy.side(), copy.itemId())
                .map(original -> differences(original, copy.content(), masked))
                .orElse(List.of());
        return new Shown(
                copy.id(),
                copy.side(),
                copy.itemId(),
                copy.state(),
                copy.editedAt(),
                copy.editedBy(),
                copy.editReason(),
                copy.judgedAt(),
                copy.judgedBy(),
                copy.judgeReason(),
                masked,
                differences);
    }

    private static List<Difference> differences(Original original, byte[] content, boolean masked) {
        Map<String, String> were =
                original.bytes().length == 0 ? Map.of() : MessageFields.of(original.bytes(), original.contentType());
        Map<String, String> are = MessageFields.of(content, original.contentType());
        Set<String> paths = new LinkedHashSet<>(were.keySet());
        paths.addAll(are.keySet());
        List<Difference> differences = new ArrayList<>();
        for (String path : paths) {
            String was = were.get(path);
            String is = are.get(path);
            if (!Objects.equals(was, is)) {
                FieldMask mask = original.mask();
                differences.add(new Difference(path, value(mask, path, was, masked), value(mask, path, is, masked)));
            }
        }
        return differences;
    }

    private static @Nullable String value(FieldMask mask, String path, @Nullable String value, boolean masked) {
        return value == null || !masked ? value : mask.shown(path, value);
    }
}
