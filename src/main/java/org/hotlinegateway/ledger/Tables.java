package org.hotlinegateway.ledger;

import org.hotlinegateway.vault.FieldCipher;

/** All statements of the ledger on one connection. */
record Tables(
        Dialect dialect,
        Sql sql,
        MessageSql messages,
        CaseSql cases,
        EventSql events,
        LaneSql lanes,
        FeedSql feeds,
        DeliverySql deliveries,
        AttemptSql attempts,
        SundrySql sundries,
        RecordingSql recordings,
        PublicationSql publications,
        AttachmentSql attachments,
        DeskSql desk,
        CopySql copies,
        DiscardSql discards,
        SelectionSql selections,
        ActSql acts,
        PeerSettingSql peerSettings,
        ReconcileSql reconciles,
        FindingSql findings,
        BalanceSql balances,
        WatchSql watches,
        PulseSql pulses,
        AlertSql alerts,
        AuditSql audit) {

    static Tables on(Sql sql, Dialect dialect, FieldCipher cipher) {
        AttemptSql attempts = new AttemptSql(sql, cipher);
        LaneSql lanes = new LaneSql(sql, dialect, attempts);
        DeskSql desk = new DeskSql(sql);
        return new Tables(
                dialect,
                sql,
                new MessageSql(sql, dialect, cipher),
                new CaseSql(sql, dialect, cipher),
                new EventSql(sql, cipher),
                lanes,
                new FeedSql(sql, dialect, lanes),
                new DeliverySql(sql),
                attempts,
                new SundrySql(sql, cipher),
                new RecordingSql(sql, cipher),
                new PublicationSql(sql, dialect),
                new AttachmentSql(sql, dialect, cipher),
                desk,
                new CopySql(sql, dialect, cipher),
                new DiscardSql(sql, dialect, desk, attempts),
                new SelectionSql(sql, dialect),
                new ActSql(sql),
                new PeerSettingSql(sql, dialect),
                new ReconcileSql(sql, cipher),
                new FindingSql(sql),
                new BalanceSql(sql),
                new WatchSql(sql),
                new PulseSql(sql),
                new AlertSql(sql),
                new AuditSql(sql, dialect, cipher.hashes()));
    }
}
