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
        DeliverySql deliveries,
        AttemptSql attempts,
        SundrySql sundries) {

    static Tables on(Sql sql, Dialect dialect, FieldCipher cipher) {
        AttemptSql attempts = new AttemptSql(sql);
        return new Tables(
                dialect,
                sql,
                new MessageSql(sql, dialect, cipher),
                new CaseSql(sql, dialect, cipher),
                new EventSql(sql, cipher),
                new LaneSql(sql, dialect, attempts),
                new DeliverySql(sql),
                attempts,
                new SundrySql(sql, cipher));
    }
}
