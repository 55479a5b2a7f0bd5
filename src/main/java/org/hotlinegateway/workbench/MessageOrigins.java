package org.hotlinegateway.workbench;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.hotlinegateway.ledger.Conversion;
import org.hotlinegateway.ledger.Recorded;
import org.hotlinegateway.ledger.Recordings;
import org.hotlinegateway.mapping.Explanation;
import org.hotlinegateway.mapping.FieldError;
import org.hotlinegateway.mapping.MappingSet;

/** Explains messages in the ledger: converts them once more as they were converted, and looks on. */
public final class MessageOrigins {
    private final Recordings recordings;
    private final SetShelf sets;

    public MessageOrigins(Recordings recordings, SetShelf sets) {
        this.recordings = recordings;
        this.sets = sets;
    }

    /** Of a received message, by its number or receipt. */
    public Optional<Origins> ofMessage(String id) {
        return recordings.recordedMessage(id).map(this::origins);
    }

    /** Of a delivery, by its number or {@code <case number>/<sequence>/<peer>}, and of the peer's answer. */
    public Optional<Origins> ofDelivery(String id) {
        return recordings.recordedDelivery(id).map(this::origins);
    }

    private Origins origins(Recorded recorded) {
        return new Origins(
                recorded.kind(),
                recorded.id(),
                recorded.key(),
                recorded.peer(),
                recorded.type(),
                recorded.at(),
                recorded.conversions().stream()
                        .map(conversion -> origins(recorded, conversion))
                        .toList());
    }

    private Origins.Conversion origins(Recorded recorded, Conversion conversion) {
        Optional<MappingSet> set = sets.open(conversion.digest());
        if (set.isEmpty()) {
            return unexplained(conversion, "this mapping set is not kept here");
        }
        if (!set.get().names().contains(conversion.mapping())) {
            return unexplained(conversion, "this mapping set has no mapping of that name");
        }
        return explained(
                conversion,
                Explanation.of(
                        set.get(),
                        conversion.mapping(),
                        recorded.sourceOf(conversion, recordings),
                        Replay.context(conversion)));
    }

    private static Origins.Conversion unexplained(Conversion conversion, String problem) {
        return new Origins.Conversion(
                conversion.mapping(),
                conversion.digest(),
                conversion.at(),
                context(conversion),
                problem,
                List.of(),
                List.of(),
                List.of());
    }

    private static Origins.Conversion explained(Conversion conversion, Explanation explanation) {
        return new Origins.Conversion(
                conversion.mapping(),
                conversion.digest(),
                conversion.at(),
                context(conversion),
                null,
                explanation.fields().stream().map(MessageOrigins::target).toList(),
                explanation.sources().stream().map(MessageOrigins::source).toList(),
                explanation.errors().stream().map(MessageOrigins::fault).toList());
    }

    private static Map<String, String> context(Conversion conversion) {
        return new TreeMap<>(conversion.values());
    }

    private static Origins.Target target(Explanation.Field field) {
        return new Origins.Target(
                field.target(),
                field.value() == null ? null : Shown.target(field),
                field.made(),
                field.rule(),
                field.sources(),
                field.steps());
    }

    private static Origins.Source source(Explanation.SourceField field) {
        return new Origins.Source(field.path(), Shown.source(field), field.fate(), field.targets());
    }

    private static Origins.Fault fault(FieldError error) {
        return new Origins.Fault(error.code().name(), error.target(), error.message());
    }
}
