package org.hotlinegateway.attachment;

/** A file received whole whose sender is still to be judged; closing it forgets it unless it was filed. */
public final class Upload implements AutoCloseable {
    private final FileStore store;
    private final Received received;

    Upload(FileStore store, Received received) {
        this.store = store;
        this.received = received;
    }

    Received received() {
        return received;
    }

    /** Hash of the content, lower hex. */
    public String sha256() {
        return received.facts().sha256();
    }

    public long size() {
        return received.facts().size();
    }

    public String mediaType() {
        return received.facts().mediaType();
    }

    @Override
    public void close() {
        store.drop(received);
    }
}
