package org.hotlinegateway.intake;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.util.List;
import org.hotlinegateway.peer.SignHeaders;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Writes refusals as problem+json (RFC 9457) with a stable code and the correlation id. */
@Component
final class Problems {
    private static final String TYPE = "urn:hotline-gateway:problem:";

    private final JsonMapper json = JsonMapper.shared();
    private final DoorProperties properties;

    Problems(DoorProperties properties) {
        this.properties = properties;
    }

    ResponseEntity<byte[]> answer(Refusal refusal) {
        return answer(refusal, refusal.code().status());
    }

    ResponseEntity<byte[]> answer(Refusal refusal, HttpStatus status) {
        HttpHeaders headers = new HttpHeaders();
        headers.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        if (status == HttpStatus.UNAUTHORIZED) {
            headers.set(HttpHeaders.WWW_AUTHENTICATE, "Signature headers=\"" + SignHeaders.SIGNATURE + "\"");
        }
        refusal.retryAfter().ifPresent(wait -> headers.set(HttpHeaders.RETRY_AFTER, wait));
        if (status == HttpStatus.SERVICE_UNAVAILABLE && refusal.retryAfter().isEmpty()) {
            headers.set(
                    HttpHeaders.RETRY_AFTER,
                    String.valueOf(properties.door().retryAfter().toSeconds()));
        }
        return new ResponseEntity<>(json.writeValueAsBytes(problem(refusal, status)), headers, status);
    }

    private static Problem problem(Refusal refusal, HttpStatus status) {
        ProblemCode code = refusal.code();
        return new Problem(
                TYPE + code.wireName(),
                code.title(),
                status.value(),
                refusal.detail(),
                code.wireName(),
                Correlation.current(),
                refusal.errors());
    }

    /** The body; an empty list of errors is left out. */
    record Problem(
            String type,
            String title,
            int status,
            String detail,
            String code,
            String correlationId,
            @JsonInclude(Include.NON_EMPTY) List<FieldProblem> errors) {}
}
