package org.hotlinegateway.console;

import java.util.Optional;
import java.util.function.Supplier;
import org.hotlinegateway.mapping.MappingProblems;
import org.hotlinegateway.workbench.MadeTest;
import org.hotlinegateway.workbench.RecordedTests;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Offers a test made from a message in the ledger, personal data replaced; nothing is written to the mappings folder. */
@RestController
@RequestMapping("/staff/api/v1")
final class TestsApi {
    private final RecordedTests tests;

    TestsApi(RecordedTests tests) {
        this.tests = tests;
    }

    /**
     * What the test is to show.
     *
     * @param mapping which conversion of the message; absent: the first
     */
    record Wanted(@Nullable String name, @Nullable String mapping) {}

    /** @param id number or receipt */
    @PostMapping("/messages/{id}/test")
    MadeTest ofMessage(@PathVariable String id, @RequestBody Wanted wanted) {
        String name = name(wanted);
        return made(() -> tests.ofMessage(id, wanted.mapping(), name), "The message, so converted,");
    }

    @PostMapping("/deliveries/{id}/test")
    MadeTest ofDelivery(@PathVariable long id, @RequestBody Wanted wanted) {
        String name = name(wanted);
        return made(() -> tests.ofDelivery(Long.toString(id), wanted.mapping(), name), "The delivery, so converted,");
    }

    private static String name(Wanted wanted) {
        String name = wanted.name();
        if (name == null || name.isBlank()) {
            throw StaffProblem.noTestName();
        }
        return name;
    }

    private static MadeTest made(Supplier<Optional<MadeTest>> test, String what) {
        try {
            return test.get().orElseThrow(() -> StaffProblem.notFound(what));
        } catch (MappingProblems problems) {
            throw StaffProblem.setUnusable(String.valueOf(problems.getMessage()));
        } catch (IllegalArgumentException e) {
            throw StaffProblem.noTest(String.valueOf(e.getMessage()));
        }
    }
}
