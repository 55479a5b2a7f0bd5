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

    ResponseEntity<byte[]> taken(InboundMessage kind, Acceptance acceptance, @Nullable String messageId) {
        boolean duplicate = acceptance.verdict() == Acceptance.Verdict.DUPLICATE;
        Receipt receipt = new Receipt(
                acceptance.receipt(), messageId, duplicate ? Verdict.DUPLICATE : Verdict.ACCEPTED, List.of(), null);
        return answer(kind, receipt, duplicate ? kind.duplicate() : kind.accepted());
    }

    ResponseEntity<byte[]> refused(InboundMessage kind, Refusal refusal) {
        List<Fault> faults = faults(refusal);
        Receipt receipt = new Receipt(
                Correlation.current(),
                null,
                Verdict.REFUSED,
                faults,
                refusal.code().title());
        Integer fixed = kind.refused();
        return answer(kind, receipt, fixed == null ? refusal.code().status().value() : fixed);
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

    private ResponseEntity<byte[]> answer(InboundMessage kind, Receipt receipt, int status) {
        byte[] document = json.writeValueAsBytes(receipt);
        Mapped written = written(kind, document);
        return ResponseEntity.status(status)
                .header(HttpHeaders.CONTENT_TYPE, written.contentType())
                .body(written.bytes());
    }

    /** What is accepted stays accepted even when its receipt cannot be written as the peer likes it. */
    private Mapped written(InboundMessage kind, byte[] document) {
        try {
            MappingContext context = new MappingContext(clock.instant(), Map.of(), FieldSigner.NONE);
            return mappings.current().mapping(kind.receipt()).apply(document, context);
        } catch (RuntimeException e) {
            LOG.error(
                    "receipt mapping {} failed: {}",
                    kind.receipt(),
                    e.getClass().getName());
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
