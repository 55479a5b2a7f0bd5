package org.hotlinegateway.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.hotlinegateway.ledger.AuditBook;
import org.hotlinegateway.ledger.AuditChain;
import org.hotlinegateway.ledger.AuditEntry;
import org.hotlinegateway.ledger.LedgerException;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class StaffAuditTest {
    private final List<String> kept = new ArrayList<>();
    private final MockHttpServletResponse response = new MockHttpServletResponse();

    @Test
    void whatCannotBeKeptIsNotDone() {
        StaffAudit audit = new StaffAudit(book(CompletableFuture.failedFuture(new LedgerException("no room"))));

        assertThatThrownBy(() -> audit.preHandle(request("POST"), response, this))
                .isInstanceOfSatisfying(StaffProblem.class, problem -> {
                    assertThat(problem.status()).isEqualTo(HttpStatus.SERVICE_UNAVAILABLE);
                    assertThat(problem.code()).isEqualTo("not-audited");
                });
    }

    @Test
    void aBreakdownIsAnAnswerToo() {
        StaffAudit audit = new StaffAudit(book(CompletableFuture.completedFuture(7L)));
        MockHttpServletRequest request = request("POST");

        audit.preHandle(request, response, this);
        audit.afterCompletion(request, response, this, new IllegalStateException("broken"));

        assertThat(kept).containsExactly("wang 127.0.0.1 POST /deliveries/17/replay", "7 answered 500");
    }

    @Test
    void lookingIsNotAnAct() {
        StaffAudit audit = new StaffAudit(book(CompletableFuture.completedFuture(7L)));
        MockHttpServletRequest request = request("GET");

        audit.preHandle(request, response, this);
        audit.afterCompletion(request, response, this, null);
        audit.refused(request);

        assertThat(kept).isEmpty();
    }

    private static MockHttpServletRequest request(String method) {
        MockHttpServletRequest request = new MockHttpServletRequest(method, "/staff/api/v1/deliveries/17/replay");
        request.setRemoteUser("wang");
        return request;
    }

    private AuditBook book(CompletableFuture<Long> answer) {
        return new AuditBook() {
            @Override
            public CompletableFuture<Long> asked(String by, String origin, String act, String subject) {
                kept.add(by + " " + origin + " " + act);
                return answer;
            }

            @Override
            public CompletableFuture<Long> answered(long asked, int status) {
                kept.add(asked + " answered " + status);
                return answer;
            }

            @Override
            public List<AuditEntry> after(long id, Optional<String> by, int limit) {
                return List.of();
            }

            @Override
            public AuditChain chain() {
                return new AuditChain(0, "", null);
            }
        };
    }
}
