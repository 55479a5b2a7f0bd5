package org.hotlinegateway.workbench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import org.hotlinegateway.mapping.MappingSet;
import org.junit.jupiter.api.Test;

/** What a change would reach, of the mappings and routes as shipped. */
class BlastRadiusTest {
    private static final MappingSet SHIPPED = MappingSet.load(Path.of("mappings"));
    private static final List<RouteStep> STEPS = RouteSteps.read(Path.of("routes"));
    private static final BlastRadius RADIUS = new BlastRadius(SHIPPED, STEPS);

    private static String lines(String of) {
        return String.join("\n", BlastText.lines(RADIUS.of(of)));
    }

    /** Line numbers of mapping files change with every edit. */
    private static String withoutPlaces(String of) {
        return lines(of).replaceAll("\\.map\\.yaml:\\d+:\\d+", ".map.yaml");
    }

    @Test
    void aTableReachesEveryRuleThatReadsItInEitherDirection() {
        assertThat(withoutPlaces("tables/causes.csv")).isEqualTo("""
                tables/causes.csv: 3 mapping(s), 3 rule(s), 3 peer(s)
                  hotline-legacy/case-event-to-hotline-legacy-order.map.yaml: BODY.YYDM (cause->legacy)
                  hotline/case-event-to-hotline-order.map.yaml: causes (cause->cause)
                  window/window-event-to-case-event.map.yaml: payload.causes (cause->cause)
                runs in
                  case-event-to-hotline-legacy-order: route hotline-legacy-delivery, peer hotline-legacy, when eventType == 'HANDED_OFF'
                  case-event-to-hotline-order: route hotline-delivery, peer hotline, when eventType == 'HANDED_OFF'
                  window-event-to-case-event: route window-intake, peer window
                peers: hotline, hotline-legacy, window
                queues: hotline-delivery, hotline-legacy-delivery, window-intake""");
    }

    @Test
    void oneDirectionOfATableReachesLess() {
        assertThat(RADIUS.of("causes.csv#cause->legacy").peers()).containsExactly("hotline-legacy");
    }

    @Test
    void aRowReachesTheDirectionsInWhichItHasBothCodes() {
        Blast blast = RADIUS.of("mappings/tables/appeal-types.csv#appealType=COMPLAINT");
        assertThat(blast.of()).isEqualTo("tables/appeal-types.csv#appealType=COMPLAINT");
        assertThat(blast.kind()).isEqualTo(Blast.Kind.ROW);
        assertThat(blast.uses())
                .extracting(use -> use.mapping() + " " + use.target() + " " + use.how())
                .containsExactly("case-event-to-hotline-legacy-order BODY.SQLX COMPLAINT → 01");
    }

    @Test
    void aTableTheGatewayReadsItselfIsNoted() {
        assertThat(RADIUS.of("tables/units.csv").notes())
                .containsExactly("the gateway also reads tables/units.csv as its own directory");
    }

    @Test
    void aFieldReachesItsReadersItsConditionsAndItsWriters() {
        assertThat(RADIUS.of("case.secret").uses())
                .extracting(Blast.Use::how)
                .contains("looks at")
                .doesNotContain("writes");
        assertThat(RADIUS.of("schemas/hotline-order.schema.json#callerName").uses())
                .extracting(use -> use.mapping() + " " + use.target() + " " + use.how())
                .containsExactly("case-event-to-hotline-order callerName writes");
        assertThat(RADIUS.of("case.attachments[].id").uses())
                .extracting(use -> use.mapping() + " " + use.target() + " " + use.how())
                .contains("case-event-to-hotline-order files[].fileNo reads");
    }

    @Test
    void aMappingASchemaAndARouteReachTheirRoutes() {
        assertThat(lines("receipt-to-hotline")).isEqualTo("""
                receipt-to-hotline: 1 mapping(s), 1 peer(s)
                runs in
                  receipt-to-hotline: the door, peer hotline
                peers: hotline
                queues: none""");
        assertThat(lines("hotline-list")).contains("hotline-list: reconciliation, peer hotline");
        assertThat(RADIUS.of("mappings/hotline/hotline-answer.map.yaml").queues())
                .containsExactly("hotline-delivery");
        assertThat(RADIUS.of("schemas/window-notice.schema.json").ways())
                .containsExactly(
                        new Blast.Way("case-event-to-window", "window", "window-delivery", "window-delivery", ""));
        assertThat(RADIUS.of("routes/hotline-delivery.camel.yaml").ways())
                .extracting(way -> way.mapping() + " " + way.when())
                .containsExactly(
                        "case-event-to-hotline-more part != null",
                        "case-event-to-hotline-order eventType == 'HANDED_OFF'",
                        "case-event-to-hotline-file eventType == 'ATTACHMENT_KEPT'",
                        "case-event-to-hotline-action"
                                + " not (part != null or eventType == 'HANDED_OFF' or eventType == 'ATTACHMENT_KEPT')",
                        "hotline-answer ");
    }

    @Test
    void everyShippedMappingRunsSomewhere() {
        TreeSet<String> nowhere = new TreeSet<>();
        for (String name : SHIPPED.names()) {
            RADIUS.of(name).ways().stream()
                    .filter(way -> way.route().isEmpty() || way.peer().isEmpty())
                    .forEach(way -> nowhere.add(way.mapping()));
        }
        assertThat(nowhere).isEmpty();
    }

    @Test
    void anUnknownNameIsToldWithTheNearest() {
        String expected =
                ". Expected a code table (tables/x.csv), a row of it (tables/x.csv#column=value), a mapping, a"
                        + " schema, a field or a route.";
        assertThatThrownBy(() -> RADIUS.of("tables/cause.csv"))
                .isInstanceOf(BlastFault.class)
                .hasMessage("nothing called 'tables/cause.csv'" + expected + " Did you mean 'tables/causes.csv'?");
        assertThatThrownBy(() -> RADIUS.of("case.titel"))
                .hasMessage("nothing called 'case.titel'" + expected + " Did you mean 'case.title'?");
        assertThatThrownBy(() -> RADIUS.of("tables/causes.csv#cuase=POLICY"))
                .hasMessage(
                        "tables/causes.csv has no column 'cuase'. Columns: cause, name, legacy. Did you mean 'cause'?");
        assertThatThrownBy(() -> RADIUS.of("tables/causes.csv#cause=POLCY"))
                .hasMessage("no row of tables/causes.csv has 'POLCY' in column 'cause'. Did you mean 'POLICY'?");
        assertThatThrownBy(() -> RADIUS.of("tables/causes.csv#cause->legcy"))
                .hasMessage("no mapping reads tables/causes.csv as 'cause->legcy'. Did you mean 'cause->legacy'?");
    }
}
