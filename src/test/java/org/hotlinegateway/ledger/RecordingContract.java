package org.hotlinegateway.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hotlinegateway.ledger.Recorded.Kind;
import org.hotlinegateway.ledger.Recorded.Place;
import org.hotlinegateway.ledger.Settlement.Outcome;
import org.hotlinegateway.vault.DoesNotOpen;
import org.junit.jupiter.api.Test;

/** What every ledger keeps of conversions, whatever database is under it. */
abstract class RecordingContract extends LedgerFixture {
    private static final String DIGEST = "d".repeat(64);
    private static final Period ALL = Period.before(Sample.NOW.plus(Duration.ofDays(365)));

    @Test
    void aDecidedMessageTellsHowItWasConverted() {
        long id = accepted("W1", "lane");
        Conversion conversion = conversion("window-event-to-case-event", Map.of("messageId", "W1", "peer", "窗口"), null);

        decide(id, List.of(conversion));

        StoredMessage message = ledger.message(id).orElseThrow();
        assertThat(message.mappingDigest()).isEqualTo(DIGEST);
        Recorded recorded =
                ledger.recordings().recordedMessage(message.receipt()).orElseThrow();
        assertThat(recorded)
                .usingRecursiveComparison()
                .isEqualTo(new Recorded(
                        Kind.MESSAGE,
                        id,
                        message.receipt(),
                        "window",
                        "events",
                        Sample.NOW,
                        Sample.bytes("body of W1"),
                        List.of(conversion),
                        new Place(Sample.NOW, id),
                        true))
                .isEqualTo(
                        ledger.recordings().recordedMessage(Long.toString(id)).orElseThrow());
        assertThat(recorded.sourceOf(conversion, ledger.recordings())).isEqualTo(Sample.bytes("body of W1"));
    }

    @Test
    void aMessageParkedAtTheDoorTellsHowItWasTriedThere() {
        NewMessage plain = Sample.parked("W1", "lane", "TABLE_MISS region", "table:region");
        Conversion tried = conversion("window-event-to-case-event", Map.of(), null);
        long id = ledger.accept(new NewMessage(
                        plain.peer(),
                        plain.name(),
                        plain.messageKey(),
                        plain.lane(),
                        plain.raw(),
                        plain.contentType(),
                        plain.payloadHash(),
                        plain.receivedAt(),
                        plain.parkReason(),
                        plain.waitingOn(),
                        List.of(tried)))
                .join()
                .messageId();

        assertThat(recorded(id).conversions()).usingRecursiveComparison().isEqualTo(List.of(tried));

        Conversion again = conversion("another", Map.of(), null);
        release("table:region");
        StoredMessage message = ledger.message(id).orElseThrow();
        write(tx -> {
            assertThat(tx.take(id)).isTrue();
            tx.converted(message, List.of(again));
            tx.park(id, "CASE_UNKNOWN", "case:1");
            return true;
        });
        assertThat(recorded(id).conversions()).usingRecursiveComparison().isEqualTo(List.of(again));
    }

    @Test
    void whatWasDecidedWithoutAConversionHasNone() {
        long id = accepted("W1", "lane");
        apply(id);

        assertThat(recorded(id).conversions()).isEmpty();
        assertThat(ledger.message(id).orElseThrow().mappingDigest()).isNull();
        assertThat(ledger.recordings().recordedMessages(ALL, Place.startOf(ALL), 10))
                .isEmpty();
        assertThat(ledger.recordings().recordedMessage("R-none")).isEmpty();
        assertThat(ledger.recordings().recordedDelivery("4711")).isEmpty();
        assertThat(ledger.recordings().recordedDelivery("no/1/hotline")).isEmpty();
    }

    @Test
    void aDeliveryTellsHowItsLastAttemptConvertedMessageAndAnswer() {
        long id = caseWithDeliveries(Sample.CASE, 1).get(0);
        attempt(id, Sample.again(Outcome.NOT_SENT, clock.instant()), List.of(conversion("old", Map.of(), null)));
        Conversion order = conversion("case-event-to-hotline-order", Map.of("attempt", "2"), null);
        Conversion answer =
                conversion("hotline-answer", Map.of("httpStatus", "200"), Sample.bytes("{\"code\":\"10000\"}"));
        attempt(id, Sample.acknowledged(), List.of(order, answer));

        Recorded recorded =
                ledger.recordings().recordedDelivery(Sample.CASE + "/1/hotline").orElseThrow();

        assertThat(recorded.kind()).isEqualTo(Kind.DELIVERY);
        assertThat(recorded.id()).isEqualTo(id);
        assertThat(recorded.key()).isEqualTo(Sample.CASE + "/1/hotline");
        assertThat(recorded.type()).isEqualTo("CASE_REGISTERED");
        assertThat(recorded.conversions()).usingRecursiveComparison().isEqualTo(List.of(order, answer));
        assertThat(recorded.sourceOf(order, ledger.recordings()))
                .isEqualTo(Sample.event(Sample.CASE + "/1").document());
        assertThat(recorded.sourceOf(answer, ledger.recordings())).isEqualTo(Sample.bytes("{\"code\":\"10000\"}"));
        assertThat(ledger.recordings().recordedDelivery(Long.toString(id)).orElseThrow())
                .usingRecursiveComparison()
                .isEqualTo(recorded);
        assertThat(ledger.recordings().recordedDeliveries(ALL, Place.startOf(ALL), 10))
                .usingRecursiveFieldByFieldElementComparator()
                .containsExactly(recorded);
    }

    @Test
    void aDeliveryNeverTriedHasNoConversion() {
        long id = caseWithDeliveries(Sample.CASE, 1).get(0);

        assertThat(ledger.recordings()
                        .recordedDelivery(Long.toString(id))
                        .orElseThrow()
                        .conversions())
                .isEmpty();
        assertThat(ledger.recordings().countRecorded(ALL)).isZero();
    }

    @Test
    void documentsOfABatchAreReadTogetherAndCountForTheFirst() {
        List<Long> ids = caseWithDeliveries(Sample.CASE, 2);
        Conversion batch = conversion("feed", Map.of(), null).ofBatch(ids);
        attempt(ids.get(0), Sample.acknowledged(), List.of(batch));
        attempt(ids.get(1), Sample.acknowledged(), List.of(batch));

        List<Recorded> both = ledger.recordings().recordedDeliveries(ALL, Place.startOf(ALL), 10);

        assertThat(both).extracting(one -> one.isFirstOf(batch)).containsExactly(true, false);
        assertThat(new String(
                        both.get(1).sourceOf(batch, ledger.recordings()), java.nio.charset.StandardCharsets.UTF_8))
                .isEqualTo("{\"events\":[{\"id\":\"" + Sample.CASE + "/1\"},{\"id\":\"" + Sample.CASE + "/2\"}]}");
    }

    @Test
    void pagesRunThroughAPeriodOnceAndInOrder() {
        for (int i = 0; i < 7; i++) {
            decide(accepted("W" + i, "lane"), List.of(conversion("m", Map.of(), null)));
        }
        Period exactly = new Period(Sample.NOW, Sample.NOW.plusMillis(1), "window");

        assertThat(pages(exactly)).containsExactly(3, 3, 1, 0);
        assertThat(ledger.recordings().countRecorded(exactly)).isEqualTo(7);
        assertThat(pages(new Period(Sample.NOW.plusMillis(1), ALL.until(), null)))
                .containsExactly(0);
        assertThat(pages(new Period(Instant.EPOCH, Sample.NOW, null))).containsExactly(0);
        assertThat(pages(new Period(Instant.EPOCH, ALL.until(), "hotline"))).containsExactly(0);
        assertThat(ledger.recordings()
                        .recordedDeliveries(new Period(Instant.EPOCH, ALL.until(), "hotline"), Place.startOf(ALL), 10))
                .isEmpty();
    }

    @Test
    void oneThatDoesNotOpenSpoilsNoPageAndIsRefusedByItself() {
        List<Long> ids = List.of(converted("W1"), converted("W2"), converted("W3"));
        Damage.to(ledger, "message", "raw", "id = " + ids.get(1));

        assertThat(ledger.recordings().recordedMessages(ALL, Place.startOf(ALL), 10))
                .extracting(
                        Recorded::id, Recorded::opens, one -> one.conversions().size())
                .containsExactly(tuple(ids.get(0), true, 1), tuple(ids.get(1), false, 0), tuple(ids.get(2), true, 1));
        assertThatThrownBy(() -> ledger.recordings().recordedMessage(Long.toString(ids.get(1))))
                .isInstanceOf(DoesNotOpen.class);
    }

    @Test
    void aReaderBesideTheGatewaySeesWhatIsCommitted() {
        long id = accepted("W1", "lane");
        try (LedgerReader reader = LedgerReader.open(url(), cipher)) {
            assertThat(reader.recordedMessage(Long.toString(id)).orElseThrow().conversions())
                    .isEmpty();
            decide(id, List.of(conversion("m", Map.of(), null)));
            assertThat(reader.recordedMessage(Long.toString(id)).orElseThrow().conversions())
                    .hasSize(1);
            assertThat(reader.countRecorded(ALL)).isEqualTo(1);
            assertThat(reader.recordedMessages(ALL, Place.startOf(ALL), 5)).hasSize(1);
            assertThat(reader.recordedDeliveries(ALL, Place.startOf(ALL), 5)).isEmpty();
            assertThat(reader.recordedDelivery("1")).isEmpty();
            assertThat(reader.documents(List.of())).isEmpty();
        }
    }

    private List<Integer> pages(Period period) {
        List<Integer> sizes = new ArrayList<>();
        Place after = Place.startOf(period);
        List<Recorded> page;
        do {
            page = ledger.recordings().recordedMessages(period, after, 3);
            sizes.add(page.size());
            after = page.isEmpty() ? after : page.get(page.size() - 1).place();
        } while (!page.isEmpty());
        return sizes;
    }

    private long converted(String key) {
        long id = accepted(key, key);
        decide(id, List.of(conversion("m", Map.of(), null)));
        return id;
    }

    private Recorded recorded(long id) {
        return ledger.recordings().recordedMessage(Long.toString(id)).orElseThrow();
    }

    private void decide(long id, List<Conversion> conversions) {
        StoredMessage message = ledger.message(id).orElseThrow();
        write(tx -> {
            assertThat(tx.take(id)).isTrue();
            tx.converted(message, conversions);
            tx.applied(id);
            return true;
        });
    }

    private void attempt(long id, Settlement settlement, List<Conversion> conversions) {
        ClaimedDelivery claimed = claim(id).orElseThrow();
        boolean settled = write(tx -> {
            tx.converted(claimed, conversions);
            return tx.settle(claimed, settlement);
        });
        assertThat(settled).isTrue();
    }

    private static Conversion conversion(String mapping, Map<String, String> values, byte[] source) {
        return new Conversion(mapping, DIGEST, Sample.NOW, values, List.of(), source);
    }
}
