package org.hotlinegateway.ledger;

/** Damages what is kept, through the only connection that may write. */
public final class Damage {
    private Damage() {}

    /** Changes the last byte of a sealed column; returns in how many rows. */
    public static int to(Ledger ledger, String table, String column, String where) {
        return ((SqlLedger) ledger)
                .submit(tx -> tx.tables().sql().update(statement(tx.tables().dialect(), table, column, where)))
                .join();
    }

    private static String statement(Dialect dialect, String table, String column, String where) {
        return """
                update %1$s set %2$s = substr(%2$s, 1, length(%2$s) - 1)
                    || case when substr(%2$s, length(%2$s), 1) = %3$s then %4$s else %3$s end
                where %5$s""".formatted(table, column, octet(dialect, "00"), octet(dialect, "01"), where);
    }

    private static String octet(Dialect dialect, String hex) {
        return dialect == Dialect.SQLITE ? "x'" + hex + "'" : "'\\x" + hex + "'::bytea";
    }
}
