package org.hotlinegateway.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** A fault inside the gateway, switched by its control file. */
final class InnerFault implements Episode {
    private static final long UNTIL_READ = TimeUnit.MILLISECONDS.toNanos(150);

    private final String fault;
    private final Node node;
    private final String setting;
    private long before;

    InnerFault(String fault, Node node, String setting) {
        this.fault = fault;
        this.node = node;
        this.setting = setting;
    }

    @Override
    public String fault() {
        return fault;
    }

    @Override
    public String where() {
        return "gateway";
    }

    @Override
    public void begin() throws IOException {
        before = struck();
        Files.writeString(node.control(), setting + "\n");
    }

    @Override
    public long end() throws IOException {
        LockSupport.parkNanos(UNTIL_READ);
        long struck = Math.max(0, struck() - before);
        Files.writeString(node.control(), "");
        return struck;
    }

    private long struck() throws IOException {
        Path file = RunningFaults.struckFile(node.control());
        String text = Files.exists(file) ? Files.readString(file) : "";
        return text.isEmpty() ? 0 : Long.parseLong(text);
    }
}
