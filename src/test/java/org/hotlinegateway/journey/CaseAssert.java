package org.hotlinegateway.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.StreamSupport;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import tools.jackson.databind.JsonNode;

/** What a test can say of a case; each sentence waits until it is true, for a short while. */
final class CaseAssert {
    private static final Duration SOON = Duration.ofSeconds(20);

    private final World world;
    private final String caseNo;

    CaseAssert(World world, String caseNo) {
        this.world = world;
        this.caseNo = caseNo;
    }

    CaseAssert isIn(String state) {
        return is("state", state);
    }

    CaseAssert hasDeadline(String deadline) {
        return is("deadline", deadline);
    }

    CaseAssert hasNoDeadline() {
        assertThat(view().has("deadline")).as("%s has a deadline", caseNo).isFalse();
        return this;
    }

    CaseAssert hasOrder(String orderNo) {
        eventually("has order " + orderNo, () -> texts("orders", "orderNo").contains(orderNo));
        return this;
    }

    CaseAssert hasOrders(int count) {
        assertThat(view().path("orders").size()).as("orders of %s", caseNo).isEqualTo(count);
        return this;
    }

    /** The whole history by event types, in sequence. */
    CaseAssert hasHistory(String... types) {
        eventually(
                "has history " + List.of(types), () -> texts("timeline", "type").equals(List.of(types)));
        return this;
    }

    CaseAssert hasEvent(String type) {
        eventually("has " + type, () -> texts("timeline", "type").contains(type));
        return this;
    }

    /** Every peer that was told something of it has acknowledged all of it. */
    CaseAssert everythingIsAcknowledged() {
        eventually(
                "has every delivery acknowledged",
                () -> texts("deliveries", "state").stream().allMatch("ACKNOWLEDGED"::equals));
        return this;
    }

    JsonNode view() {
        return world.caseAtTheWindow(caseNo);
    }

    private CaseAssert is(String field, String expected) {
        eventually(
                "has " + field + " " + expected,
                () -> expected.equals(view().path(field).asString("")));
        return this;
    }

    private List<String> texts(String array, String field) {
        return StreamSupport.stream(view().path(array).spliterator(), false)
                .map(entry -> entry.path(field).asString(""))
                .toList();
    }

    private void eventually(String sentence, BooleanSupplier holds) {
        try {
            Awaitility.await().atMost(SOON).pollInterval(Duration.ofMillis(25)).until(holds::getAsBoolean);
        } catch (ConditionTimeoutException late) {
            throw new AssertionError(caseNo + " never " + sentence + "; it is " + view(), late);
        }
    }
}
