package org.hotlinegateway.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.util.List;
import org.hotlinegateway.ledger.Fingerprint.Stage;
import org.hotlinegateway.ledger.UploadedAttachment.Filed;
import org.hotlinegateway.ledger.UploadedAttachment.Verdict;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What every ledger keeps to about the files of cases, whatever database is under it. */
abstract class AttachmentContract extends LedgerFixture {
    private static final String CASE = Sample.CASE;
    private static final AttachmentBytes BYTES = new AttachmentBytes("aa11", 7, "image/jpeg");

    @Test
    void aNamedFileWaitsForItsPeerAndAFetchedOneIsDueAtOnce() {
        aCase();
        name("F1", false);
        name("F2", true);

        assertThat(attachments().of(CASE))
                .extracting(StoredAttachment::fileId, StoredAttachment::state)
                .containsExactly(tuple("F1", AttachmentState.NAMED), tuple("F2", AttachmentState.WANTED));
        assertThat(due()).containsExactly(the("F2").id());
        assertThat(attachments().counts())
                .containsEntry(AttachmentState.NAMED, 1L)
                .containsEntry(AttachmentState.WANTED, 1L);
    }

    @Test
    void aFileNamedAgainStaysAsItIs() {
        aCase();
        name("F1", true);
        name("F1", true);
        assertThat(attachments().of(CASE)).hasSize(1);
    }

    @Test
    void anUploadForANamedFileIsFiledUnderIt() {
        aCase();
        name("F1", false);
        Filed filed = file("F1", CASE, BYTES);

        assertThat(filed.verdict()).isEqualTo(Verdict.TAKEN);
        assertThat(filed.attachment().publicId()).isEqualTo(the("F1").publicId());
        assertThat(filed.attachment().address()).isEqualTo("aa11");
        assertThat(due()).containsExactly(the("F1").id());
        assertThat(attachments().knows("aa11")).isTrue();
        assertThat(attachments().knows("bb22")).isFalse();
    }

    @Test
    void theSameUploadAgainIsADuplicateAndOtherBytesAreAConflict() {
        aCase();
        Filed first = file("F1", CASE, BYTES);
        Filed again = file("F1", CASE, BYTES);
        Filed other = file("F1", CASE, new AttachmentBytes("bb22", 8, "image/jpeg"));

        assertThat(again.verdict()).isEqualTo(Verdict.DUPLICATE);
        assertThat(again.attachment().publicId()).isEqualTo(first.attachment().publicId());
        assertThat(other.verdict()).isEqualTo(Verdict.CONFLICT);
        assertThat(the("F1").address()).isEqualTo("aa11");
    }

    @Test
    void anUploadBeforeItsCaseBecomesTheCasesAndIsDueAgain() {
        Filed early = file("F1", CASE, BYTES);
        assertThat(early.attachment().caseNo()).isNull();
        keep(early.attachment());
        assertThat(due()).isEmpty();

        aCase();
        name("F1", false);
        assertThat(the("F1").publicId()).isEqualTo(early.attachment().publicId());
        assertThat(the("F1").state()).isEqualTo(AttachmentState.STORED);
        assertThat(due()).hasSize(1);
    }

    @Test
    void anUploadUnderThePeersOwnNumberFindsTheCase() {
        aCase();
        write(tx -> {
            tx.lockCase(CASE);
            tx.addReference(CASE, "window", "order-1");
            return true;
        });
        assertThat(file("F1", "order-1", BYTES).attachment().caseNo()).isEqualTo(CASE);
    }

    @Test
    void anUploadUnderThePeersNumberBeforeTheCaseIsFoundByIt() {
        file("F1", "order-1", BYTES);
        aCase();
        write(tx -> {
            tx.attachments().name("window", CASE, "order-1", new NamedAttachment("F1", Sample.bytes("{}"), false));
            return true;
        });
        assertThat(attachments().of(CASE)).hasSize(1);
    }

    @Test
    void onlyOneWorkerHasAnAttachmentUntilItsLeaseEnds() {
        aCase();
        name("F1", true);
        StoredAttachment mine = claim("F1");
        assertThat(mine.attempts()).isEqualTo(1);
        assertThat(due()).isEmpty();
        assertThat(attachments().claim(mine.id(), LEASE).join()).isEmpty();

        clock.move(LEASE.plusSeconds(1));
        StoredAttachment theirs = claim("F1");
        assertThat(settle(mine, AttachmentState.REFUSED, null)).isFalse();
        assertThat(settle(theirs, AttachmentState.STORED, BYTES)).isTrue();
        assertThat(the("F1").state()).isEqualTo(AttachmentState.STORED);
        assertThat(the("F1").attempts()).isZero();
    }

    @Test
    void aStepThatFailedIsDueLaterAndCountsItsAttempts() {
        aCase();
        name("F1", true);
        StoredAttachment claimed = claim("F1");
        write(tx -> tx.attachments()
                .settle(
                        claimed,
                        new AttachmentSettlement(
                                AttachmentState.WANTED, clock.instant().plusSeconds(60), "NO_ANSWER", null)));
        assertThat(due()).isEmpty();
        clock.move(Duration.ofSeconds(61));
        assertThat(claim("F1").attempts()).isEqualTo(2);
        assertThat(the("F1").reason()).isEqualTo("NO_ANSWER");
    }

    @Test
    void aRefusedOneStartsAgainByAPersonsDecisionOnly() {
        aCase();
        name("F1", true);
        settle(claim("F1"), AttachmentState.REFUSED, null);
        clock.move(Duration.ofDays(30));
        assertThat(due()).isEmpty();
        String id = the("F1").publicId();
        assertThat(attachments()
                        .replay(id, AttachmentState.WANTED, "staff", "again")
                        .join())
                .isTrue();
        assertThat(due()).hasSize(1);
        assertThat(attachments()
                        .replay(id, AttachmentState.WANTED, "staff", "again")
                        .join())
                .isFalse();
    }

    @Test
    void damageIsHeld() {
        aCase();
        file("F1", CASE, BYTES);
        attachments().damaged(the("F1").publicId(), "FILE_DAMAGED").join();
        assertThat(attachments().in(AttachmentState.HELD, 10))
                .extracting(StoredAttachment::publicId)
                .containsExactly(the("F1").publicId());
        assertThat(due()).isEmpty();
    }

    @Test
    void whatIsHeldIsOneGroupAtTheDeskAndIsReplayedFromThere() {
        aCase();
        held("F1");
        held("F2");
        DeskBook desk = ledger.desk();
        DeskGroup group = desk.groups().get(0);
        assertThat(group.fingerprint()).isEqualTo(new Fingerprint(Stage.KEEP, "HOST_SILENT", "window", ""));
        assertThat(desk.items(group, 0, 10))
                .extracting(DeskItem::subject, DeskItem::type, DeskItem::waits)
                .containsExactly(
                        tuple(CASE, the("F1").publicId(), true),
                        tuple(CASE, the("F2").publicId(), true));

        long selection = desk.freeze(DeskFilter.ofGroup(group.id()), 600, "operator", "mended")
                .join()
                .id();
        assertThat(desk.tryOne(selection, 600, "operator", "try").join()).isEqualTo(Begun.DONE);
        assertThat(the("F1").state()).isEqualTo(AttachmentState.WANTED);
        assertThat(the("F2").state()).isEqualTo(AttachmentState.HELD);
        keep(the("F1"));
        desk.step(selection, "one", LEASE, 100).join();

        DeskSelection tried = desk.selection(selection).orElseThrow();
        assertThat(tried.state()).isEqualTo(SelectionState.TRIED);
        assertThat(tried.count(MemberState.HEALED)).isEqualTo(1);
        assertThat(desk.group(group.id()).orElseThrow().count()).isEqualTo(1);
    }

    @Test
    void aHeldFileIsDiscardedAndPutBackAsItWas() {
        aCase();
        held("F1");
        DeskBook desk = ledger.desk();
        long id = the("F1").id();

        assertThat(desk.discard(DeskSide.ATTACHMENT, id, "operator", "not needed")
                        .join())
                .isTrue();
        assertThat(the("F1").state()).isEqualTo(AttachmentState.REFUSED);
        assertThat(the("F1").reason()).isEqualTo("DISCARDED");
        assertThat(desk.groups()).isEmpty();
        assertThat(desk.discard(DeskSide.ATTACHMENT, id, "operator", "again").join())
                .isFalse();

        assertThat(desk.undo(DeskSide.ATTACHMENT, id, "operator", "needed").join())
                .isEqualTo(Undone.DONE);
        assertThat(the("F1").state()).isEqualTo(AttachmentState.HELD);
        assertThat(the("F1").reason()).isEqualTo("HOST_SILENT");
        assertThat(desk.groups()).hasSize(1);
        assertThat(desk.keepCopy(DeskSide.ATTACHMENT, id, Sample.bytes("{}"), "operator", "no copies of files")
                        .join())
                .isEmpty();
    }

    @Test
    void damageIsAtTheDeskAsWellAsWhatWasHeldBeforeFilesWereThere() {
        aCase();
        file("F1", CASE, BYTES);
        attachments().damaged(the("F1").publicId(), "FILE_DAMAGED").join();
        held("F2");
        long early = the("F2").id();
        ledger.submit(tx -> tx.tables().sql().update("delete from desk_item where item_id = ?", early))
                .join();
        assertThat(ledger.desk().groups())
                .extracting(group -> group.fingerprint().code())
                .containsExactlyInAnyOrder("FILE_DAMAGED", "HOST_SILENT");
    }

    @Test
    void aClaimedDeliveryMayTakeLongerWhileItsClaimHolds() {
        long delivery = caseWithDeliveries("BBCS-442000002-20210908-0099", 1).get(0);
        ClaimedDelivery claimed = claim(delivery).orElseThrow();
        assertThat(lengthen(claimed, LEASE.multipliedBy(3))).isTrue();
        clock.move(LEASE.multipliedBy(2));
        assertThat(claim(delivery)).isEmpty();
        clock.move(LEASE.multipliedBy(2));
        assertThat(claim(delivery)).isPresent();
        assertThat(lengthen(claimed, LEASE)).isFalse();
    }

    private boolean lengthen(ClaimedDelivery claimed, Duration by) {
        return write(tx -> tx.attachments().lengthen(claimed, clock.instant().plus(by)));
    }

    private Attachments attachments() {
        return ledger.attachments();
    }

    private void aCase() {
        write(tx -> {
            tx.insertCase(Sample.newCase(CASE));
            return true;
        });
    }

    private void name(String fileId, boolean fetched) {
        write(tx -> {
            tx.attachments().name("window", CASE, null, new NamedAttachment(fileId, Sample.bytes("{}"), fetched));
            return true;
        });
    }

    private Filed file(String fileId, String caseRef, AttachmentBytes bytes) {
        return write(tx ->
                tx.attachments().file(new UploadedAttachment("window", caseRef, fileId, Sample.bytes("{}"), bytes)));
    }

    private StoredAttachment the(String fileId) {
        return attachments().of(CASE).stream()
                .filter(one -> one.fileId().equals(fileId))
                .findFirst()
                .orElseThrow();
    }

    private List<Long> due() {
        return attachments().due(clock.instant(), 10);
    }

    private StoredAttachment claim(String fileId) {
        return attachments().claim(the(fileId).id(), LEASE).join().orElseThrow();
    }

    private boolean settle(StoredAttachment claimed, AttachmentState next, @Nullable AttachmentBytes bytes) {
        return write(tx -> tx.attachments()
                .settle(claimed, new AttachmentSettlement(next, bytes == null ? null : clock.instant(), null, bytes)));
    }

    private void held(String fileId) {
        name(fileId, true);
        StoredAttachment claimed = claim(fileId);
        write(tx -> tx.attachments()
                .settle(claimed, new AttachmentSettlement(AttachmentState.HELD, null, "HOST_SILENT", null)));
    }

    private void keep(StoredAttachment filed) {
        StoredAttachment claimed = attachments().claim(filed.id(), LEASE).join().orElseThrow();
        write(tx ->
                tx.attachments().settle(claimed, new AttachmentSettlement(AttachmentState.KEPT, null, null, BYTES)));
    }
}
