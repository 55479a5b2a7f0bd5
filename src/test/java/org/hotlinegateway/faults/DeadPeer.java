package org.hotlinegateway.faults;

/** Nobody listens at a peer's address; struck are the attempts that found no connection. */
final class DeadPeer implements Episode {
    private final Bed bed;
    private final FaultProxy line;
    private long before;

    DeadPeer(Bed bed, FaultProxy line) {
        this.bed = bed;
        this.line = line;
    }

    @Override
    public String fault() {
        return "PEER_DEAD";
    }

    @Override
    public String where() {
        return line.name();
    }

    @Override
    public void begin() {
        before = notConnected();
        line.down();
    }

    @Override
    public long end() {
        long struck = notConnected() - before;
        line.up();
        return struck;
    }

    private long notConnected() {
        try (LedgerExport ledger = bed.ledger()) {
            return ledger.notConnected(line.name());
        }
    }
}
