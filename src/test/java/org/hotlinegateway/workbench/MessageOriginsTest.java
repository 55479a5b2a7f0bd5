package org.hotlinegateway.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import org.hotlinegateway.mapping.MappingSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where the fields of recorded messages come from. */
class MessageOriginsTest {
    private static final String ONE = """
        {"no":"1","kind":"A","content":"门口排队","requester":{"name":"测试甲","phone":"13800000000"},\
        "files":[{"id":"F1"}],"extra":"x","blank":""}\
        """;

    @TempDir
    Path folder;

    @Test
    void aMessageTellsFieldByFieldWithPersonalValuesMasked() {
        try (Traffic traffic = Traffic.embedded(folder)) {
            MappingSet set = traffic.set("tables:", "unmapped: [ extra ]\ntables:");
            traffic.message(1, ONE, set);
            MessageOrigins origins = new MessageOrigins(traffic.ledger().recordings(), shelf(set));

            Origins message = origins.ofMessage("1").orElseThrow();

            assertThat(OriginsText.lines(message))
                    .containsExactly(
                            "message 1 " + message.key() + ", window events",
                            "",
                            "t, set " + set.digest().substring(0, 12)
                                    + ", $now = 2021-09-08T04:00:00Z, $attempt = 1, $messageId = W1",
                            "  no = \"1\" <- no  t.map.yaml:8:7",
                            "  kind = \"01\" <- kind [table k t.map.yaml:6:16]  t.map.yaml:9:9",
                            "  caller = \"测**\" <- requester.name  t.map.yaml:10:11",
                            "  phone = \"138****0000\" <- requester.phone  t.map.yaml:11:10",
                            "  text = \"门***\" <- content  t.map.yaml:12:9",
                            "  at = \"2021-09-08 12:00:00\" <- $now  t.map.yaml:13:7",
                            "  attempt = 1 <- $attempt  t.map.yaml:14:12",
                            "  files[0].id = \"F1\" <- files[0].id  t.map.yaml:18:11",
                            "  files <- files  t.map.yaml:16:5",
                            "  from the source:",
                            "    no = \"1\" -> no",
                            "    kind = \"A\" -> kind",
                            "    content = \"门***\" -> text",
                            "    requester.name = \"测**\" -> caller",
                            "    requester.phone = \"138****0000\" -> phone",
                            "    files[0].id = \"F1\" -> files[0].id",
                            "    extra = \"x\" unmapped on purpose");
        }
    }

    @Test
    void aDeliveryTellsTheAnswerTooAndAllByTheSetThatConvertedIt() {
        try (Traffic traffic = Traffic.embedded(folder)) {
            MappingSet set = traffic.set();
            traffic.delivery("C1", ONE, "{\"no\":\"9\",\"kind\":\"X\"}", set);
            MessageOrigins origins = new MessageOrigins(traffic.ledger().recordings(), shelf(set));

            Origins delivery = origins.ofDelivery("C1/1/hotline").orElseThrow();

            assertThat(delivery).isEqualTo(origins.ofDelivery("1").orElseThrow());
            assertThat(delivery.conversions()).hasSize(2);
            assertThat(delivery.conversions().get(1).errors())
                    .containsExactly(new Origins.Fault(
                            "TABLE_MISS", "kind", "is in no row of table 'k' (t.map.yaml), rule t.map.yaml:8:9"));
            assertThat(origins.ofDelivery("C2/1/hotline")).isEmpty();
        }
    }

    @Test
    void aSetThatIsNotKeptIsNoReasonToBreakOff() {
        try (Traffic traffic = Traffic.embedded(folder)) {
            traffic.message(1, ONE, traffic.set());
            MessageOrigins origins =
                    new MessageOrigins(traffic.ledger().recordings(), new SetShelf(digest -> Optional.empty()));

            assertThat(origins.ofMessage("1").orElseThrow().conversions())
                    .extracting(Origins.Conversion::problem)
                    .containsExactly("this mapping set is not kept here");
            assertThat(origins.ofMessage("2")).isEmpty();
        }
    }

    private static SetShelf shelf(MappingSet set) {
        return new SetShelf(
                digest -> Optional.of(set).filter(kept -> kept.digest().equals(digest)));
    }
}
