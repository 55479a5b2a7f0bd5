package org.hotlinegateway.console;

import java.net.URI;
import org.hotlinegateway.vault.DoesNotOpen;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** Tells staff what went wrong as problem+json with a stable code. */
@RestControllerAdvice(basePackageClasses = StaffProblems.class)
final class StaffProblems {
    @ExceptionHandler
    ResponseEntity<ProblemDetail> refused(StaffProblem problem) {
        return answer(problem.status(), problem.code(), String.valueOf(problem.getMessage()));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> damaged(DoesNotOpen fault) {
        return refused(StaffProblem.doesNotOpen());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unreadable(HttpMessageNotReadableException fault) {
        return refused(StaffProblem.noReason());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> mistyped(MethodArgumentTypeMismatchException fault) {
        return answer(HttpStatus.BAD_REQUEST, "malformed", fault.getName() + ": expected a number.");
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> absent(MissingServletRequestParameterException fault) {
        return answer(HttpStatus.BAD_REQUEST, "malformed", fault.getParameterName() + ": expected a value.");
    }

    private static ResponseEntity<ProblemDetail> answer(HttpStatus status, String code, String detail) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setType(URI.create("urn:hotline-gateway:problem:" + code));
        problem.setProperty("code", code);
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }
}
