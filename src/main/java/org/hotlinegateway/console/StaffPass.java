package org.hotlinegateway.console;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.www.BasicAuthenticationConverter;
import org.springframework.web.filter.OncePerRequestFilter;

/** Knows staff by HTTP basic, and scripts by a bearer token, and what each may do; compares in constant time. */
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

    /** Somebody who is let in. */
    private record Known(String name, Set<StaffRole> roles) {}

    private Optional<Known> known(HttpServletRequest request) {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (header != null && header.startsWith(BEARER)) {
            return same(staff.token(), header.substring(BEARER.length()))
                    ? Optional.of(new Known("token", EnumSet.of(StaffRole.OPERATOR)))
                    : Optional.empty();
        }
        return Optional.ofNullable(credentials(request)).flatMap(this::person);
    }

    private Optional<Known> person(UsernamePasswordAuthenticationToken given) {
        if (same(staff.user(), given.getName()) & same(staff.password(), given.getCredentials())) {
            return Optional.of(new Known(given.getName(), EnumSet.allOf(StaffRole.class)));
        }
        return Optional.ofNullable(staff.people().get(given.getName()))
                .filter(person -> same(person.password(), given.getCredentials()))
                .map(person -> new Known(given.getName(), person.roles()));
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

    private static void admit(Known known) {
        String[] roles = Stream.concat(
                        Stream.of("ROLE_STAFF"), known.roles().stream().map(role -> "ROLE_" + role))
                .toArray(String[]::new);
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                known.name(), null, AuthorityUtils.createAuthorityList(roles)));
        SecurityContextHolder.setContext(context);
    }
}
