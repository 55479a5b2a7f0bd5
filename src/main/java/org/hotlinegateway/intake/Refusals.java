package org.hotlinegateway.intake;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Whatever goes wrong is told as a problem, never as a page or a stack trace. */
@RestController
@RestControllerAdvice(basePackageClasses = Refusals.class)
final class Refusals implements ErrorController {
    private static final String READS = "/api/v1/(cases|receipts|attachments)/[^/]+";
    private static final String MESSAGES = "/api/v1/[^/]+/[^/]+";

    private final Problems problems;

    Refusals(Problems problems) {
        this.problems = problems;
    }

    @ExceptionHandler
    ResponseEntity<byte[]> refused(Refusal refusal) {
        return problems.answer(refusal);
    }

    /** An address under the API that nobody answers by this method. */
    @RequestMapping("/api/**")
    ResponseEntity<byte[]> unanswered(HttpServletRequest request) {
        String path = request.getRequestURI();
        if (path.matches(READS)) {
            return otherMethod(HttpMethod.GET);
        }
        boolean message = path.matches(MESSAGES) && !HttpMethod.POST.matches(request.getMethod());
        return message
                ? otherMethod(HttpMethod.POST)
                : problems.answer(new Refusal(ProblemCode.ADDRESS_UNKNOWN, "Nothing answers at this address."));
    }

    private ResponseEntity<byte[]> otherMethod(HttpMethod allowed) {
        Refusal refusal = new Refusal(ProblemCode.METHOD_NOT_ALLOWED, "Expected " + allowed + ".");
        ResponseEntity<byte[]> answer = problems.answer(refusal);
        return ResponseEntity.status(answer.getStatusCode())
                .headers(answer.getHeaders())
                .header(HttpHeaders.ALLOW, allowed.name())
                .body(answer.getBody());
    }

    /** What the container or the framework refused. */
    @RequestMapping("${server.error.path:/error}")
    ResponseEntity<byte[]> failed(HttpServletRequest request) {
        Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        HttpStatus known = status instanceof Integer code ? HttpStatus.resolve(code) : null;
        HttpStatus told = known == null ? HttpStatus.NOT_FOUND : known;
        return problems.answer(refusal(told), told);
    }

    private static Refusal refusal(HttpStatus status) {
        return switch (status) {
            case NOT_FOUND -> new Refusal(ProblemCode.ADDRESS_UNKNOWN, "Nothing answers at this address.");
            case UNAUTHORIZED, FORBIDDEN -> new Refusal(ProblemCode.CREDENTIAL_MISSING, "Access is not permitted.");
            case METHOD_NOT_ALLOWED -> new Refusal(ProblemCode.METHOD_NOT_ALLOWED, "Another method is expected.");
            case CONTENT_TOO_LARGE -> new Refusal(ProblemCode.BODY_TOO_LARGE, "The body is too large.");
            case UNSUPPORTED_MEDIA_TYPE, NOT_ACCEPTABLE ->
                new Refusal(ProblemCode.MEDIA_TYPE_UNSUPPORTED, "Another media type is expected.");
            case SERVICE_UNAVAILABLE -> new Refusal(ProblemCode.UNAVAILABLE, "Come back later.");
            default -> other(status);
        };
    }

    private static Refusal other(HttpStatus status) {
        return status.is4xxClientError()
                ? new Refusal(ProblemCode.REQUEST_INVALID, "The request is not valid HTTP for this address.")
                : new Refusal(ProblemCode.INTERNAL, "Tell the operator the correlation id.");
    }
}
