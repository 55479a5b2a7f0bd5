package org.hotlinegateway.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.hotlinegateway.ledger.Acceptance.Verdict;
import org.junit.jupiter.api.Test;

/** What every ledger keeps to, whatever database is under it. */
abstract class LedgerContract extends LedgerFixture {

    @Test
    void anAcceptedMessageIsFoundByNumberAndByReceipt() {
        NewMessage message = Sample.message("W1", "lane", "{\"name\":\"张三\"}");

        Acceptance acceptance = ledger.accept(message).join();

        assertThat(acceptance.verdict()).isEqualTo(Verdict.ACCEPTED);
        StoredMessage stored = ledger.message(acceptance.messageId()).orElseThrow();
        assertThat(stored)
                .usingRecursiveComparison()
                .isEqualTo(ledger.messageByReceipt(acceptance.receipt()).orElseThrow());
        assertThat(stored.raw()).isEqualTo(message.raw());
        assertThat(stored.state()).isEqualTo(MessageState.RECEIVED);
        assertThat(stored.receivedAt()).isEqualTo(message.receivedAt());
        ringing.hears(Ringing.intake(acceptance.messageId()));
    }

    @Test
    void aDamagedMessageIsStillFoundListedAndParked() {
        long damaged = accepted("W1", "lane");
        long next = accepted("W2", "lane");
        assertThat(Damage.to(ledger, "message", "raw", "id = " + damaged)).isEqualTo(1);

        assertThat(ledger.message(damaged).orElseThrow().raw()).isNull();
        assertThat(ledger.messagesIn(MessageState.RECEIVED, 10)).hasSize(2);
        write(tx -> {
            assertThat(tx.take(damaged)).isTrue();
            tx.park(damaged, "DOES_NOT_OPEN: the raw message is damaged", null);
            return true;
        });
        assertThat(ledger.desk().groups())
                .singleElement()
                .satisfies(group -> assertThat(group.fingerprint().code()).isEqualTo("DOES_NOT_OPEN"));
        apply(next);
    }

    @Test
    void aDuplicateGetsTheSameReceiptAndIsNotRung() {
        Acceptance first = ledger.accept(Sample.message("W1", "lane", "body")).join();
        Acceptance second = ledger.accept(Sample.message("W1", "lane", "body")).join();

        assertThat(second).isEqualTo(new Acceptance(Verdict.DUPLICATE, first.messageId(), first.receipt()));
        ringing.hears(Ringing.intake(first.messageId()));
    }

    @Test
    void theSameKeyWithAnotherBodyIsAConflictAndChangesNothing() {
        Acceptance first = ledger.accept(Sample.message("W1", "lane", "body")).join();
        Acceptance second =
                ledger.accept(Sample.message("W1", "lane", "another body")).join();

        assertThat(second.verdict()).isEqualTo(Verdict.CONFLICT);
        assertThat(ledger.message(first.messageId()).orElseThrow().raw()).isEqualTo(Sample.bytes("body"));
        assertThat(ledger.balance().messages()).isEqualTo(Map.of(MessageState.RECEIVED, 1L));
        assertThat(ledger.open().messages()).isEqualTo(Map.of(MessageState.RECEIVED, 1L));
    }

    @Test
    void concurrentCopiesOfOneMessageAreAcceptedOnce() {
        List<CompletableFuture<Acceptance>> copies = IntStream.range(0, 50)
                .mapToObj(i -> ledger.accept(Sample.message("W1", "lane", "body")))
                .toList();

        List<Acceptance> answers = copies.stream().map(CompletableFuture::join).toList();
        assertThat(answers)
                .filteredOn(answer -> answer.verdict() == Verdict.ACCEPTED)
                .hasSize(1);
        assertThat(answers)
                .extracting(Acceptance::receipt)
                .containsOnly(answers.get(0).receipt());
    }

    @Test
    void aKeyWithAZeroCharacterIsNoReasonToRefuse() {
        NewMessage message = Sample.message("W\0001", "lane\0", "body");

        Acceptance first = ledger.accept(message).join();

        assertThat(first.verdict()).isEqualTo(Verdict.ACCEPTED);
        assertThat(ledger.accept(message).join().receipt()).isEqualTo(first.receipt());
    }

    @Test
    void receiptsSortByTime() {
        String first = ledger.accept(Sample.message("W1", "lane", "a")).join().receipt();
        clock.move(Duration.ofMillis(1));
        String second = ledger.accept(Sample.message("W2", "lane", "b")).join().receipt();

        assertThat(first).isLessThan(second);
    }

    @Test
    void messagesOfALaneAreTakenInTheOrderOfAcceptance() {
        long first = accepted("W1", "case");
        long second = accepted("W2", "case");
        long other = accepted("W3", "another case");

        assertThat(take(second)).isFalse();
        assertThat(take(other)).isTrue();
        ringing.hears(Ringing.intake(first), Ringing.intake(second), Ringing.intake(other));
        ringing.forget();

        apply(first);

        ringing.hears(Ringing.intake(second));
        assertThat(take(first)).isFalse();
        apply(second);
    }

    @Test
    void aParkedMessageDoesNotBlockItsLane() {
        long first = accepted("W1", "order");
        long second = accepted("W2", "order");

        write(tx -> {
            tx.park(first, "the order is unknown", "hotline/0210908155301000002");
            return true;
        });

        apply(second);
        StoredMessage parked = ledger.message(first).orElseThrow();
        assertThat(parked.state()).isEqualTo(MessageState.PARKED);
        assertThat(parked.reason()).isEqualTo("the order is unknown");
        assertThat(ledger.messagesIn(MessageState.PARKED, 10))
                .extracting(StoredMessage::id)
                .containsExactly(first);
    }

    @Test
    void releasedMessagesComeBackInTheirOrder() {
        long first = accepted("W1", "order");
        long second = accepted("W2", "order");
        long door = ledger.accept(Sample.parked("W3", "order", "no such code", "key"))
                .join()
                .messageId();
        write(tx -> {
            tx.park(first, "unknown", "key");
            tx.park(second, "unknown", "key");
            return true;
        });
        ringing.hears(Ringing.intake(first), Ringing.intake(second), Ringing.intake(second));
        ringing.forget();

        assertThat(release("key")).isEqualTo(3);

        ringing.hears(Ringing.intake(first), Ringing.intake(second), Ringing.intake(door));
        assertThat(take(second)).isFalse();
        apply(first);
        apply(second);
        apply(door);
        assertThat(release("key")).isZero();
    }

    @Test
    void aDecidedMessageIsNotDecidedAgain() {
        long message = accepted("W1", "lane");
        apply(message);

        assertThatThrownBy(() -> write(tx -> {
                    tx.park(message, "reason", null);
                    return true;
                }))
                .hasRootCauseMessage("message " + message + " is already decided");
    }

    @Test
    void aPersonBringsAParkedMessageBackOnce() {
        long message = ledger.accept(Sample.parked("W1", "lane", "no such code", "key"))
                .join()
                .messageId();

        assertThat(ledger.replayMessage(message, "operator", "table corrected").join())
                .isTrue();
        assertThat(ledger.replayMessage(message, "operator", "table corrected").join())
                .isFalse();

        ringing.hears(Ringing.intake(message));
        apply(message);
    }

    @Test
    void aDiscardedMessageFreesItsLane() {
        long first = accepted("W1", "lane");
        long second = accepted("W2", "lane");

        write(tx -> {
            tx.discard(first, "sent by mistake");
            return true;
        });

        apply(second);
        assertThat(ledger.balance().messages()).isEqualTo(Map.of(MessageState.DISCARDED, 1L, MessageState.APPLIED, 1L));
        assertThat(ledger.open().messages()).isEmpty();
    }

    @Test
    void aCaseKeepsItsHistoryInOrder() {
        write(tx -> {
            tx.insertCase(Sample.newCase(Sample.CASE));
            assertThat(tx.appendEvent(Sample.CASE, Sample.event("E1"))).isEqualTo(1);
            assertThat(tx.appendEvent(Sample.CASE, Sample.event("E2"))).isEqualTo(2);
            assertThat(tx.lockCase(Sample.CASE).orElseThrow().lastSeq()).isEqualTo(2);
            return true;
        });
        write(tx -> tx.appendEvent(Sample.CASE, Sample.event("E3")));

        assertThat(ledger.findCase(Sample.CASE).orElseThrow().lastSeq()).isEqualTo(3);
        assertThat(ledger.events(Sample.CASE)).extracting(StoredEvent::seq).containsExactly(1, 2, 3);
        assertThat(ledger.events(Sample.CASE).get(0).event())
                .usingRecursiveComparison()
                .isEqualTo(Sample.event("E1"));
    }

    @Test
    void numbersThatAskForTheSameRowAreCasesOfTheirOwn() {
        List<String> numbers = List.of(
                Sample.CASE,
                "BBCS-442000002-20210908-16",
                "BBCS-441900002-20210908-0016",
                "BBCS-442000003-20210908-0016");
        assertThat(CaseRow.of(numbers.get(1))).isEqualTo(CaseRow.of(Sample.CASE));
        numbers.forEach(number -> caseWithDeliveries(number, 2));

        assertThat(numbers).allSatisfy(number -> {
            assertThat(ledger.findCase(number).orElseThrow().caseNo()).isEqualTo(number);
            assertThat(write(tx -> tx.lockCase(number)).orElseThrow().lastSeq()).isEqualTo(2);
            assertThat(ledger.deliveries(number)).hasSize(2);
        });
        assertThat(numbers)
                .extracting(number -> ledger.findCase(number).orElseThrow().id())
                .doesNotHaveDuplicates();
        assertThat(ledger.findCase("BBCS-442000002-20210908-00016")).isEmpty();
    }

    @Test
    void aCaseIsFoundWhereItStoodBeforeItsNumberSaidWhere() {
        write(tx -> {
            tx.insertCase(Sample.newCase(Sample.CASE));
            return true;
        });
        assertThat(ledger.findCase(Sample.CASE).orElseThrow().id()).isEqualTo(CaseRow.of(Sample.CASE));
        ledger.submit(tx -> tx.tables().sql().update("update cases set id = 7 where case_no = ?", Sample.CASE))
                .join();

        write(tx -> {
            tx.lockCase(Sample.CASE).orElseThrow();
            return tx.appendEvent(Sample.CASE, Sample.event("E1"));
        });

        assertThat(ledger.findCase(Sample.CASE).orElseThrow())
                .returns(7L, StoredCase::id)
                .returns(1, StoredCase::lastSeq);
    }

    @Test
    void aChangedCaseIsFoundChanged() {
        caseWithDeliveries(Sample.CASE, 1);
        StoredCase before = ledger.findCase(Sample.CASE).orElseThrow();
        StoredCase changed = new StoredCase(
                before.id(),
                Sample.CASE,
                "ACCEPTED",
                "ZS-XQ",
                Sample.NOW.plus(Duration.ofDays(5)),
                0,
                Sample.bytes("{\"state\":\"ACCEPTED\"}"),
                Sample.NOW);

        write(tx -> {
            tx.updateCase(changed);
            return true;
        });

        assertThat(ledger.findCase(Sample.CASE).orElseThrow())
                .usingRecursiveComparison()
                .ignoringFields("lastSeq")
                .isEqualTo(changed);
        assertThat(ledger.findCase(Sample.CASE).orElseThrow().lastSeq()).isEqualTo(1);
    }

    @Test
    void eventsAreKnownByIdAndByVersion() {
        write(tx -> {
            tx.insertCase(Sample.newCase(Sample.CASE));
            tx.appendEvent(Sample.CASE, Sample.event("hotline", "E1", 3L));
            return tx.appendEvent(Sample.CASE, Sample.event("hotline", "E2", 5L));
        });

        write(tx -> {
            String hash = Sample.event("E1").payloadHash();
            assertThat(tx.eventHash("hotline", "E1")).contains(hash);
            assertThat(tx.eventHash("window:ZS-DQ", "E1")).isEmpty();
            assertThat(tx.eventHash("hotline", Sample.CASE, 3)).contains(hash);
            assertThat(tx.eventHash("hotline", Sample.CASE, 4)).isEmpty();
            assertThat(tx.lastVersion("hotline", Sample.CASE)).contains(5L);
            assertThat(tx.lastVersion("window:ZS-DQ", Sample.CASE)).isEmpty();
            return true;
        });
    }

    @Test
    void theSameEventIsNeverAppendedTwice() {
        write(tx -> {
            tx.insertCase(Sample.newCase(Sample.CASE));
            return tx.appendEvent(Sample.CASE, Sample.event("E1"));
        });

        assertThatThrownBy(() -> write(tx -> tx.appendEvent(Sample.CASE, Sample.event("E1"))))
                .hasCauseInstanceOf(LedgerException.class);
        assertThat(ledger.events(Sample.CASE)).hasSize(1);
    }

    @Test
    void aReferenceBelongsToOneCase() {
        write(tx -> {
            tx.insertCase(Sample.newCase("A"));
            tx.insertCase(Sample.newCase("B"));
            tx.addReference("A", "hotline", "0210908155301000002");
            tx.addReference("A", "hotline", "0210908155301000002");
            return true;
        });

        assertThat(ledger.caseNoOf("hotline", "0210908155301000002")).contains("A");
        assertThat(ledger.caseNoOf("hotline-legacy", "0210908155301000002")).isEmpty();
        assertThatThrownBy(() -> write(tx -> {
                    tx.addReference("B", "hotline", "0210908155301000002");
                    return true;
                }))
                .hasRootCauseInstanceOf(IllegalStateException.class);
    }

    @Test
    void timersAreMovedAndRemoved() {
        caseWithDeliveries(Sample.CASE, 1);
        write(tx -> {
            tx.schedule(new Timer(Sample.CASE, "AUTO_CLOSE", Sample.NOW.plusSeconds(20)));
            tx.schedule(new Timer(Sample.CASE, "AUTO_CLOSE", Sample.NOW.plusSeconds(10)));
            tx.schedule(new Timer(Sample.CASE, "SIGN", Sample.NOW.plusSeconds(5)));
            tx.unschedule(Sample.CASE, "SIGN");
            return true;
        });

        assertThat(ledger.timersDue(Sample.NOW.plusSeconds(9), 10)).isEmpty();
        assertThat(ledger.timersDue(Sample.NOW.plusSeconds(10), 10))
                .containsExactly(new Timer(Sample.CASE, "AUTO_CLOSE", Sample.NOW.plusSeconds(10)));
    }

    @Test
    void keepsakesAndSeriesAreKept() {
        write(tx -> {
            tx.keep("alert", "ZS-DQ|T1", Sample.bytes("first"));
            tx.keep("alert", "ZS-DQ|T1", Sample.bytes("second"));
            return tx.next("handoff");
        });

        write(tx -> {
            assertThat(tx.keepsake("alert", "ZS-DQ|T1").orElseThrow()).isEqualTo(Sample.bytes("second"));
            assertThat(tx.keepsake("alert", "other")).isEmpty();
            return true;
        });
        assertThat(next("handoff")).isEqualTo(2);
        assertThat(next("another")).isEqualTo(1);
    }

    @Test
    void aNonceWorksOnceUntilItIsForgotten() {
        assertThat(ledger.useNonce("app", "n1", Sample.NOW.plusSeconds(600)).join())
                .isTrue();
        assertThat(ledger.useNonce("app", "n1", Sample.NOW.plusSeconds(600)).join())
                .isFalse();
        assertThat(ledger.useNonce("other", "n1", Sample.NOW.plusSeconds(600)).join())
                .isTrue();

        clock.move(Duration.ofSeconds(601));
        ledger.sweep();
        assertThat(ledger.useNonce("app", "n1", clock.instant()).join()).isTrue();
    }

    @Test
    void oneFailingUnitDoesNotSpoilTheOthersOfItsBatch() {
        CountDownLatch gate = new CountDownLatch(1);
        List<CompletableFuture<Long>> futures = new ArrayList<>();
        ledger.write(tx -> awaitGate(gate));
        for (int i = 0; i < 20; i++) {
            boolean guilty = i % 7 == 3;
            futures.add(ledger.write(tx -> {
                long number = tx.next("batch");
                if (guilty) {
                    throw new IllegalArgumentException("guilty");
                }
                return number;
            }));
        }
        gate.countDown();

        List<Long> numbers = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            CompletableFuture<Long> future = futures.get(i);
            if (i % 7 == 3) {
                assertThatThrownBy(future::join).hasCauseInstanceOf(IllegalArgumentException.class);
            } else {
                numbers.add(future.join());
            }
        }
        assertThat(numbers)
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, 17).mapToObj(Long::valueOf).toList());
    }

    @Test
    void whatAFailedUnitWroteAndRangIsUndone() {
        long message = accepted("W1", "lane");
        long next = accepted("W2", "lane");
        ringing.hears(Ringing.intake(message), Ringing.intake(next));
        ringing.forget();

        assertThatThrownBy(() -> write(tx -> {
                    tx.applied(message);
                    throw new IllegalArgumentException("guilty");
                }))
                .hasCauseInstanceOf(IllegalArgumentException.class);

        assertThat(ledger.message(message).orElseThrow().state()).isEqualTo(MessageState.RECEIVED);
        apply(message);
        ringing.hears(Ringing.intake(next));
    }

    @Test
    void ringsAreGivenOnlyAfterTheCommit() {
        List<MessageState> seen = new ArrayList<>();
        CompletableFuture<Boolean> heard = new CompletableFuture<>();
        ledger.ringer(rings -> {
            rings.forEach(
                    ring -> seen.add(ledger.message(ring.id()).orElseThrow().state()));
            heard.complete(true);
        });

        accepted("W1", "lane");

        heard.join();
        assertThat(seen).containsExactly(MessageState.RECEIVED);
    }

    @Test
    void aBrokenRingerDoesNotDisturbTheLedger() {
        ledger.ringer(rings -> {
            throw new IllegalStateException("the broker is down");
        });

        long message = accepted("W1", "lane");

        assertThat(ledger.message(message)).isPresent();
    }

    private static boolean awaitGate(CountDownLatch gate) {
        try {
            gate.await();
            return true;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
