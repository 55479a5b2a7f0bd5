package org.hotlinegateway.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.hotlinegateway.mapping.MappingSet;
import org.junit.jupiter.api.Test;

/** The tests of the shipped mapping files reach every rule and branch, and notice when one is broken. */
class ShippedTestsTest {
    private static final Path MAPPINGS = Path.of("mappings");

    @Test
    void everyRuleAndBranchIsReached() {
        Findings findings = TestRun.of(MAPPINGS, MappingSet.load(MAPPINGS), new TestRun.Floor(100, 0));
        assertThat(findings.findings())
                .filteredOn(finding -> finding.level() == Finding.Level.ERROR)
                .isEmpty();
        assertThat(findings.failed()).isFalse();
    }

    @Test
    void brokenRulesAreNoticed() {
        Findings findings = MutationRun.of(MAPPINGS, MappingSet.load(MAPPINGS), 95);
        assertThat(findings.failed()).as(String.join("\n", findings.lines())).isFalse();
        Map<?, ?> mutation = (Map<?, ?>) findings.facts().get("mutation");
        assertThat((Integer) mutation.get("broken")).isGreaterThan(1500);
        assertThat((Integer) mutation.get("percent")).isGreaterThanOrEqualTo(99);
    }
}
