package org.hotlinegateway.intake;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.hotlinegateway.ledger.Acceptance;
import org.hotlinegateway.mapping.FieldSigner;
import org.hotlinegateway.mapping.Mapped;
import org.hotlinegateway.mapping.MappingContext;
import org.hotlinegateway.mapping.MappingSets;
import org.hotlinegateway.peer.DoorAnswer;
import org.hotlinegateway.peer.InboundMessage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Writes the door's answer in the envelope of the peer. */
@Component
final class Receipts {
    private static final Logger LOG = LoggerFactory.getLogger(Receipts.class);

    private final JsonMapper json = JsonMapper.shared();
    private final MappingSets mappings;
    private final Clock clock;

    Receipts(MappingSets mappings, Clock clock) {
        this.mappings = mappings;
        this.clock = clock;
    }

    ResponseEntity<byte[]> taken(
            InboundMessage kind, DoorAnswer answer, Acceptance acceptance, @Nullable String messageId) {
        boolean duplicate = acceptance.verdict() == Acceptance.Verdict.DUPLICATE;
        Receipt receipt = new Receipt(
                acceptance.receipt(), messageId, duplicate ? Verdict.DUPLICATE : Verdict.ACCEPTED, List.of(), null);
        return answer(
                answer.mapping(), json.writeValueAsBytes(receipt), duplicate ? kind.duplicate() : kind.accepted());
    }

    /** Tells a refused credential in the peer's envelope where the peer has a status for it. */
    ResponseEntity<byte[]> denied(DoorAnswer answer, Refusal refusal, @Nullable Integer status) {
        if (status == null || refusal.code().asksToComeBack()) {
            throw refusal;
        }
        return refused(answer, refusal, status);
    }

    /**
     * @param fixed HTTP status of the peer's refusals, or null: the one that fits, as for all that ask to come back later
     */
    ResponseEntity<byte[]> refused(DoorAnswer answer, Refusal refusal, @Nullable Integer fixed) {
        Receipt receipt = new Receipt(
                Correlation.current(),
                null,
                Verdict.REFUSED,
                faults(refusal),
                refusal.code().title());
        int fitting = refusal.code().status().value();
        int status = fixed == null || refusal.retryAfter().isPresent() ? fitting : fixed;
        ResponseEntity<byte[]> told = answer(answer.refusing(), json.writeValueAsBytes(receipt), status);
        return refusal.retryAfter().map(wait -> later(told, wait)).orElse(told);
    }

    private static ResponseEntity<byte[]> later(ResponseEntity<byte[]> told, String retryAfter) {
        return ResponseEntity.status(told.getStatusCode())
                .headers(told.getHeaders())
                .header(HttpHeaders.RETRY_AFTER, retryAfter)
                .body(told.getBody());
    }

    private static List<Fault> faults(Refusal refusal) {
        if (refusal.errors().isEmpty()) {
            ProblemCode code = refusal.code();
            return List.of(new Fault(code.wireName(), null, code.title()));
        }
        return refusal.errors().stream().map(Receipts::fault).toList();
    }

    private static Fault fault(FieldProblem problem) {
        String path = problem.sendersPath();
        return new Fault(problem.code(), path.isBlank() ? null : path, problem.sentence());
    }

    /** Answers with a document as the peer's mapping writes it; {@code $httpStatus} is the status. */
    ResponseEntity<byte[]> answer(String mapping, byte[] document, int status) {
        Mapped written = written(mapping, document, status);
        return ResponseEntity.status(status)
                .header(HttpHeaders.CONTENT_TYPE, written.contentType())
                .body(written.bytes());
    }

    /** What is accepted stays accepted even when its receipt cannot be written as the peer likes it. */
    private Mapped written(String mapping, byte[] document, int status) {
        try {
            Map<String, String> values = Map.of("httpStatus", String.valueOf(status));
            MappingContext context = new MappingContext(clock.instant(), values, FieldSigner.NONE);
            return mappings.current().mapping(mapping).apply(document, context);
        } catch (RuntimeException e) {
            LOG.error("receipt mapping {} failed: {}", mapping, e.getClass().getName());
            return new Mapped(document, MediaType.APPLICATION_JSON_VALUE, List.of());
        }
    }

    private enum Verdict {
        ACCEPTED,
        DUPLICATE,
        REFUSED
    }

    private record Receipt(
            String receipt,
            @JsonInclude(Include.NON_NULL) @Nullable String messageId,
            Verdict verdict,
            @JsonInclude(Include.NON_EMPTY) List<Fault> problems,
            @JsonInclude(Include.NON_NULL) @Nullable String text) {}

    private record Fault(
            String code,
            @JsonInclude(Include.NON_NULL) @Nullable String path,
            String text) {}
}
