package org.hotlinegateway.console;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.hotlinegateway.delivery.Commit;
import org.hotlinegateway.ledger.AuditBook;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Keeps in the audit whatever staff want changed or revealed: before it is done that it was asked for, afterwards the
 * status of the answer. What cannot be kept is not done. Bodies are not kept, they may hold a person's data.
 */
@Component
final class StaffAudit implements HandlerInterceptor, WebMvcConfigurer {
    static final String STAFF = "/staff/api/v1";

    private static final Logger LOG = LoggerFactory.getLogger(StaffAudit.class);
    private static final String LINE = StaffAudit.class.getName() + ".line";

    private final AuditBook audit;

    StaffAudit(AuditBook audit) {
        this.audit = audit;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).addPathPatterns(STAFF + "/**");
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (isAct(request) && request.getAttribute(LINE) == null) {
            request.setAttribute(LINE, ask(request));
        }
        return true;
    }

    private Long ask(HttpServletRequest request) {
        try {
            return Commit.awaited(asked(request));
        } catch (RuntimeException fault) {
            LOG.warn("an act of staff cannot be kept in the audit, so it is refused: {}", fault.toString());
            throw StaffProblem.notAudited();
        }
    }

    private CompletableFuture<Long> asked(HttpServletRequest request) {
        return audit.asked(name(request), request.getRemoteAddr(), act(request), subject(request));
    }

    @Override
    public void afterCompletion(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable Exception fault) {
        if (request.getAttribute(LINE) instanceof Long line) {
            told(audit.answered(
                    line, fault == null ? response.getStatus() : HttpServletResponse.SC_INTERNAL_SERVER_ERROR));
        }
    }

    /** Somebody who is known asked for what his roles do not allow. */
    void refused(HttpServletRequest request) {
        if (isAct(request)) {
            told(asked(request).thenComposeAsync(line -> audit.answered(line, HttpServletResponse.SC_FORBIDDEN)));
        }
    }

    private static void told(CompletableFuture<Long> answer) {
        answer.whenComplete((line, fault) -> {
            if (fault != null) {
                LOG.warn("the answer to an act of staff is not kept in the audit: {}", fault.toString());
            }
        });
    }

    private static boolean isAct(HttpServletRequest request) {
        return !HttpMethod.GET.matches(request.getMethod()) && !HttpMethod.HEAD.matches(request.getMethod());
    }

    private static String name(HttpServletRequest request) {
        return Optional.ofNullable(request.getRemoteUser()).orElse("");
    }

    /** The address as it is written in the code; where none was found, as it was asked for. */
    private static String act(HttpServletRequest request) {
        Object pattern = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        String path = pattern == null ? request.getRequestURI() : pattern.toString();
        return request.getMethod() + " " + (path.startsWith(STAFF) ? path.substring(STAFF.length()) : path);
    }

    private static String subject(HttpServletRequest request) {
        return request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> variables
                ? new TreeMap<>(variables)
                        .entrySet().stream()
                                .map(variable -> variable.getKey() + "=" + variable.getValue())
                                .collect(Collectors.joining(", "))
                : "";
    }
}
