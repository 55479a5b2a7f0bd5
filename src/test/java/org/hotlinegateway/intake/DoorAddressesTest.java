package org.hotlinegateway.intake;

import static org.assertj.core.api.Assertions.assertThat;

import org.hotlinegateway.intake.Knock.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DoorAddressesTest extends AtTheDoor {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/nobody/events",
                "/api/v1/window/others",
                "/api/v1/window",
                "/api/v1/window/events/1",
                "/api/v2/window/events",
                "/api"
            })
    void anUnknownAddressIsNotFound(String path) {
        assertProblem(new Knock(port, path).bearer("demo-window").body("{}").send(), 404, "address-unknown");
    }

    @ParameterizedTest
    @CsvSource({
        "GET,/api/v1/window/events,POST",
        "PUT,/api/v1/window/events,POST",
        "DELETE,/api/v1/hotline/callbacks,POST",
        "PUT,/api/v1/cases/BBCS-1,GET",
        "DELETE,/api/v1/receipts/1,GET"
    })
    void anotherMethodIsNotAllowed(String method, String path, String allowed) {
        Answer answer = new Knock(port, path).method(method).send();
        assertProblem(answer, 405, "method-not-allowed");
        assertThat(answer.header("Allow")).isEqualTo(allowed);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/xml",
                "image/png",
                "application/x-www-form-urlencoded",
                "multipart/form-data; boundary=x",
                "nonsense"
            })
    void aMediaTypeThatCannotCarryTheMessageIsRefused(String type) {
        assertProblem(window().contentType(type).send(), 415, "media-type-unsupported");
    }

    @Test
    void aCompressedBodyIsRefused() {
        assertProblem(window().header("Content-Encoding", "gzip").send(), 415, "media-type-unsupported");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api//v1/window/events",
                "/api/v1/window/events;x=1",
                "/api/v1/%2e%2e/events",
                "/api/v1/window%2fevents/x",
                "/api/v1/window/%00"
            })
    void anAddressThatTriesToHideIsRefused(String path) {
        Answer answer = new Knock(port, path).bearer("demo-window").body("{}").send();
        assertThat(answer.status()).isBetween(400, 404);
        assertThat(answer.text()).doesNotContain("Exception").doesNotContain("at org.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/staff/api/v1/cases", "/actuator/env", "/console", "/error"})
    void whatNobodyOpensIsClosed(String path) {
        Answer answer = new Knock(port, path).method("GET").send();
        assertThat(answer.status()).isBetween(400, 404);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.header("Set-Cookie")).isEmpty();
    }

    @Test
    void theCallersCorrelationIdComesBack() {
        Answer answer =
                window().unsigned().header("X-Correlation-Id", "case-1.2_3").send();
        assertThat(answer.header("X-Correlation-Id")).isEqualTo("case-1.2_3");
        assertThat(answer.json().path("correlationId").asString("")).isEqualTo("case-1.2_3");
    }

    @Test
    void aWildCorrelationIdIsReplaced() {
        Answer answer =
                window().unsigned().header("X-Correlation-Id", "<script>").send();
        assertThat(answer.header("X-Correlation-Id")).matches("[0-9a-f-]{36}");
    }

    @Test
    void anAnswerNamesTheProblemInChineseAndEnglish() {
        Answer answer = window().unsigned().send();
        assertThat(answer.json().path("title").asString("")).isEqualTo("缺少身份凭证");
        assertThat(answer.json().path("detail").asString("")).startsWith("Sign the request");
        assertThat(answer.json().path("type").asString("")).isEqualTo("urn:hotline-gateway:problem:credential-missing");
    }

    private static void assertProblem(Answer answer, int status, String code) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.code()).isEqualTo(code);
    }
}
