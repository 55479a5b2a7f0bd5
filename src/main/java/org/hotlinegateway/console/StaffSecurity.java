package org.hotlinegateway.console;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;

/** Opens the staff API to staff, and the management port's addresses to whoever can reach that port. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(StaffSettings.class)
class StaffSecurity {
    private static final String NOT_ALLOWED = "{\"type\":\"urn:hotline-gateway:problem:not-allowed\","
            + "\"title\":\"Not allowed\",\"status\":403,\"code\":\"not-allowed\","
            + "\"detail\":\"None of your roles allows this. Nothing changed.\"}";
    private static final String PROBLEM = "{\"type\":\"urn:hotline-gateway:problem:not-signed-in\","
            + "\"title\":\"Not signed in\",\"status\":401,\"code\":\"not-signed-in\"}";

    @Bean
    @Order(2)
    SecurityFilterChain staffOnly(HttpSecurity http, StaffSettings staff, StaffAudit audit) throws Exception {
        return http.securityMatcher("/staff/**")
                .csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .addFilterBefore(new StaffPass(staff), AuthorizationFilter.class)
                .authorizeHttpRequests(StaffSecurity::byRole)
                .exceptionHandling(errors -> errors.authenticationEntryPoint(
                                (request, response, fault) -> askForCredentials(response))
                        .accessDeniedHandler((request, response, fault) -> {
                            audit.refused(request);
                            refuse(response);
                        }))
                .build();
    }

    private static void byRole(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry all) {
        all.requestMatchers(
                        HttpMethod.POST, "/staff/api/v1/desk/copies/*/approve", "/staff/api/v1/desk/copies/*/reject")
                .hasRole(StaffRole.APPROVER.name())
                .requestMatchers(HttpMethod.POST, "/staff/api/v1/desk/*/*/reveal")
                .hasRole(StaffRole.REVEALER.name())
                .requestMatchers("/staff/api/v1/desk/acts", "/staff/api/v1/audit", "/staff/api/v1/audit/**")
                .hasRole(StaffRole.AUDITOR.name())
                .requestMatchers(HttpMethod.GET, "/**")
                .hasRole("STAFF")
                .anyRequest()
                .hasRole(StaffRole.OPERATOR.name());
    }

    @Bean
    @Order(3)
    SecurityFilterChain managementPort(HttpSecurity http) throws Exception {
        return http.securityMatcher("/actuator/**")
                .csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .authorizeHttpRequests(all -> all.anyRequest().permitAll())
                .build();
    }

    /** Nobody signs in by a user store; without this bean Spring Boot would invent a user and print its password. */
    @Bean
    UserDetailsService noUserStore() {
        return new InMemoryUserDetailsManager();
    }

    private static void refuse(HttpServletResponse response) throws IOException {
        response.setStatus(HttpServletResponse.SC_FORBIDDEN);
        answer(response, NOT_ALLOWED);
    }

    private static void askForCredentials(HttpServletResponse response) throws IOException {
        response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"staff\"");
        answer(response, PROBLEM);
    }

    private static void answer(HttpServletResponse response, String problem) throws IOException {
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.getOutputStream().write(problem.getBytes(StandardCharsets.UTF_8));
    }
}
