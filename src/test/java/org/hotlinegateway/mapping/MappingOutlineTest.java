package org.hotlinegateway.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** An outline says what a mapping file says, with every source field seen from the root of the message. */
class MappingOutlineTest {
    private static final MappingSet SHIPPED = MappingSet.load(Path.of("mappings"));

    private static MappingOutline.Rule rule(String mapping, String target) {
        return MappingOutline.of(SHIPPED, mapping).rules().stream()
                .filter(rule -> rule.target().equals(target))
                .findFirst()
                .orElseThrow();
    }

    private static String paths(java.util.List<MappingOutline.Field> fields) {
        return fields.stream()
                .map(field -> field.path() + "(" + field.title() + ")")
                .collect(Collectors.joining(", "));
    }

    @Test
    void aRuleKnowsWhatItMovesAndWhatItOnlyLooksAt() {
        MappingOutline.Rule callerSex = rule("case-event-to-hotline-order", "callerSex");
        assertThat(paths(callerSex.reads())).isEqualTo("case.requester.gender(性别)");
        assertThat(paths(callerSex.looks())).isEqualTo("case.secret(是否保密)");
        assertThat(callerSex.tables()).containsExactly("gender");
        assertThat(callerSex.demanded()).isFalse();
    }

    @Test
    void pathsInsideEachBeginAtTheRoot() {
        MappingOutline.Rule fileNo = rule("case-event-to-hotline-order", "files[].fileNo");
        assertThat(paths(fileNo.reads())).isEqualTo("case.attachments[].id(附件编号)");
        assertThat(fileNo.looks()).isEmpty();
    }

    @Test
    void everyRuleOfTheShippedSetIsInTheOutlineOnce() {
        for (String name : SHIPPED.names()) {
            MappingOutline outline = MappingOutline.of(SHIPPED, name);
            assertThat(outline.rules())
                    .extracting(MappingOutline.Rule::target)
                    .doesNotHaveDuplicates()
                    .hasSizeGreaterThanOrEqualTo(SHIPPED.program(name).rules().size());
        }
    }

    @Test
    void tablesTellTheirFileAndDirection() {
        assertThat(MappingOutline.of(SHIPPED, "case-event-to-hotline-order").tables().stream()
                        .map(table -> table.name() + " " + table.file() + " " + table.from() + "->" + table.to() + " "
                                + table.match() + " " + table.rows().size())
                        .toList())
                .startsWith(
                        "channel tables/channels.csv [channel]->modern exact 4",
                        "orderKind tables/order-kinds.csv [kind]->modern exact 5");
    }
}
