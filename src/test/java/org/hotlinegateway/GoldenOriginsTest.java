package org.hotlinegateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.hotlinegateway.mapping.Explanation;
import org.hotlinegateway.mapping.Explanation.Fate;
import org.hotlinegateway.mapping.MappingSet;
import org.hotlinegateway.mapping.RuleAlone;
import org.hotlinegateway.mapping.TargetFields;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every leaf of every golden message, and of every sample beside the mapping files, says where it comes from. */
class GoldenOriginsTest {
    private static MappingSet mappings;

    @BeforeAll
    static void load() {
        mappings = MappingSet.load(MappingSample.MAPPINGS);
    }

    static Stream<MappingSample> samples() {
        return MappingSample.all().stream();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void everyLeafHasAnOriginWhoseRuleAloneMakesItAgain(MappingSample sample) {
        Explanation explanation = explain(sample);
        Map<String, String> leaves = TargetFields.of(mappings, sample.mapping(), explanation.message());
        assertThat(leaves).isNotEmpty();
        leaves.forEach((leaf, value) -> {
            Explanation.Field origin = explanation.originOf(leaf).orElseThrow(() -> new AssertionError(leaf));
            assertThat(origin.rule()).as(leaf).matches("[a-z0-9/-]+\\.map\\.yaml:\\d+:\\d+");
            if (origin.value() != null) {
                assertThat(text(origin.value())).as(leaf).isEqualTo(text(value));
            }
            if (origin.steps().equals(List.of("demanded, though empty"))) {
                return;
            }
            Map<String, String> again =
                    RuleAlone.fields(mappings, sample.mapping(), origin.rule(), sample.source(), sample.context());
            assertThat(again).as("%s by %s alone", leaf, origin.rule()).containsEntry(leaf, value);
        });
    }

    @ParameterizedTest
    @MethodSource("samples")
    void everyOriginIsSeenFromItsSourceAsWell(MappingSample sample) {
        Explanation explanation = explain(sample);
        for (Explanation.SourceField source : explanation.sources()) {
            assertThat(source.targets().isEmpty()).as(source.path()).isEqualTo(source.fate() != Fate.MOVED);
            for (String target : source.targets()) {
                assertThat(explanation.originOf(target))
                        .as("%s → %s", source.path(), target)
                        .isPresent();
            }
        }
    }

    @Test
    void aMessageTellsWhereEachFieldWent() {
        MappingSample sample = MappingSample.of("case-event-to-hotline-order", "everything");
        Explanation explanation = explain(sample);
        assertThat(explanation.sources())
                .filteredOn(source -> source.path().startsWith("case.requester.")
                        || source.path().startsWith("case.coUnits")
                        || source.path().startsWith("case.attachments[0].")
                        || source.path().startsWith("case.causes"))
                .extracting(source -> source.path() + " " + source.fate() + " " + source.targets())
                .containsExactly(
                        "case.coUnits[0] MOVED [coOrganizationCodes[0]]",
                        "case.coUnits[1] MOVED [coOrganizationCodes[1]]",
                        "case.attachments[0].id MOVED [files[0].fileNo]",
                        "case.attachments[0].name MOVED [files[0].fileName]",
                        "case.attachments[0].size LEFT_OUT []",
                        "case.requester.kind LOOKED_AT []",
                        "case.requester.name MOVED [callerName]",
                        "case.requester.orgName MOVED [companyName]",
                        "case.requester.uscc MOVED [orgCode]",
                        "case.requester.gender MOVED [callerSex]",
                        "case.requester.certType MOVED [callerIdType]",
                        "case.requester.certNo MOVED [callerIdcard]",
                        "case.requester.callerPhone MOVED [number]",
                        "case.requester.contactPhone MOVED [contactInformation]",
                        "case.requester.agent LEFT_OUT []",
                        "case.requester.masked LEFT_OUT []",
                        "case.causes[0] MOVED [causes[0]]");
        assertThat(explanation.originOf("coOrganizationCodes[1]").orElseThrow())
                .hasToString("coOrganizationCodes[1] <- case.coUnits[1] [table unit tables/units.csv:32:1]"
                        + "  hotline/case-event-to-hotline-order.map.yaml:58:24");
    }

    private static Explanation explain(MappingSample sample) {
        return Explanation.of(mappings, sample.mapping(), sample.source(), sample.context());
    }

    /** XML knows no types. */
    private static String text(String json) {
        return json.replaceAll("^\"|\"$", "");
    }
}
