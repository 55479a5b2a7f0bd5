package org.hotlinegateway.faults;

/** A line that fails for a share of its exchanges. */
final class LineEpisode implements Episode {
    private static final double SHARE = 0.4;

    private final FaultProxy line;
    private final LineFault fault;
    private long before;

    LineEpisode(FaultProxy line, LineFault fault) {
        this.line = line;
        this.fault = fault;
    }

    @Override
    public String fault() {
        return fault.name();
    }

    @Override
    public String where() {
        return line.name();
    }

    @Override
    public void begin() {
        before = line.faults().strikes();
        line.faults().set(fault, SHARE);
    }

    @Override
    public long end() {
        line.faults().off();
        return line.faults().strikes() - before;
    }
}
