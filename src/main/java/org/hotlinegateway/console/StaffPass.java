package org.hotlinegateway.console;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.www.BasicAuthenticationConverter;
import org.springframework.web.filter.OncePerRequestFilter;

/** Knows staff by HTTP basic, and scripts by a bearer token; compares in constant time. */
final class StaffPass extends OncePerRequestFilter {
    private static final String BEARER = "Bearer ";

    private final StaffSettings staff;
    private final BasicAuthenticationConverter basic = new BasicAuthenticationConverter();

    StaffPass(StaffSettings staff) {
        this.staff = staff;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        known(request).ifPresent(StaffPass::admit);
        chain.doFilter(request, response);
    }

    private Optional<String> known(HttpServletRequest request) {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (header != null && header.startsWith(BEARER)) {
            return same(staff.token(), header.substring(BEARER.length())) ? Optional.of("token") : Optional.empty();
        }
        return Optional.ofNullable(credentials(request))
                .filter(given -> same(staff.user(), given.getName()) & same(staff.password(), given.getCredentials()))
                .map(given -> given.getName());
    }

    private @Nullable UsernamePasswordAuthenticationToken credentials(HttpServletRequest request) {
        try {
            return basic.convert(request);
        } catch (RuntimeException malformed) {
            return null;
        }
    }

    private static boolean same(String expected, @Nullable Object given) {
        byte[] mine = expected.getBytes(StandardCharsets.UTF_8);
        byte[] theirs = String.valueOf(given).getBytes(StandardCharsets.UTF_8);
        return !expected.isBlank() & MessageDigest.isEqual(mine, theirs);
    }

    private static void admit(String name) {
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                name, null, AuthorityUtils.createAuthorityList("ROLE_STAFF")));
        SecurityContextHolder.setContext(context);
    }
}
