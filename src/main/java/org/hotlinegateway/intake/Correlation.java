package org.hotlinegateway.intake;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Gives every request an id that stands in its answer, in problems and in the log: the caller's own when it is tame. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
final class Correlation extends OncePerRequestFilter {
    static final String HEADER = "X-Correlation-Id";
    private static final String KEY = "correlationId";
    private static final Pattern TAME = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    /** The id of the request this thread answers. */
    static String current() {
        String id = MDC.get(KEY);
        return id == null ? UUID.randomUUID().toString() : id;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String id = idFor(request.getHeader(HEADER));
        response.setHeader(HEADER, id);
        try (MDC.MDCCloseable ignored = MDC.putCloseable(KEY, id)) {
            chain.doFilter(request, response);
        }
    }

    /** The error page belongs to the same request. */
    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    private static String idFor(@Nullable String given) {
        return given != null && TAME.matcher(given).matches()
                ? given
                : UUID.randomUUID().toString();
    }
}
