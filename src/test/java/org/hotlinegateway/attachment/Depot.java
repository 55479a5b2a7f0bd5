package org.hotlinegateway.attachment;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.hotlinegateway.delivery.Backoff;
import org.hotlinegateway.ledger.AttachmentState;
import org.hotlinegateway.ledger.LedgerSettings;
import org.hotlinegateway.ledger.MovableClock;
import org.hotlinegateway.ledger.NamedAttachment;
import org.hotlinegateway.ledger.SqlLedger;
import org.hotlinegateway.ledger.StoredAttachment;
import org.hotlinegateway.ledger.StoredCase;
import org.hotlinegateway.ledger.UploadedAttachment.Filed;
import org.hotlinegateway.peer.FileProfile;
import org.hotlinegateway.peer.PeerProfile;
import org.hotlinegateway.peer.Peers;
import org.hotlinegateway.vault.FieldCipher;
import org.hotlinegateway.vault.KeyRing;
import org.hotlinegateway.vault.KeyedHash;
import org.hotlinegateway.vault.SealedFiles;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** A ledger, a store and a round of attachments in a folder, under a clock that is moved. */
final class Depot implements AutoCloseable {
    static final String CASE = "BBCS-442000002-20210908-0016";

    final MovableClock clock = new MovableClock(Instant.parse("2021-09-08T07:53:00Z"));
    final FileStore store;
    final SqlLedger ledger;
    final AttachmentFiles files;
    final AttachmentRound round;
    final OrphanSweep sweep;
    final List<String> heard = new ArrayList<>();
    private final Path folder;
    private final FileProfile profile;

    Depot(Path folder, Scanner scanner, String... hosts) {
        KeyRing keys = KeyRing.parse(KeyRing.generate());
        FileTypes types = new FileTypes();
        PeerProfile peer = peer(hosts);
        this.folder = folder.resolve("files");
        profile = peer.files();
        store = new FileStore(this.folder, new SealedFiles(keys), new KeyedHash(keys), types);
        ledger = SqlLedger.open(
                LedgerSettings.at("jdbc:sqlite:" + folder.resolve("ledger.db")),
                new FieldCipher(keys),
                clock,
                cause -> {});
        Checks checks = new Checks(types);
        files = new AttachmentFiles(ledger, ledger.attachments(), store, checks);
        round = new AttachmentRound(
                ledger,
                ledger.attachments(),
                new Peers(Map.of("window", peer)),
                new AttachmentRound.Workshop(store, new FileFetch(store), checks, scanner, types),
                (tx, attachment, payload) -> heard.add(new String(payload, StandardCharsets.UTF_8)),
                new Backoff(new Random(1)),
                clock);
        sweep = new OrphanSweep(store, ledger.attachments(), Duration.ofHours(24), clock);
    }

    private static PeerProfile peer(String... hosts) {
        Map<String, String> block = new HashMap<>(Map.of(
                "name", "窗口",
                "inbound.auth", "HMAC_SM3",
                "outbound.auth", "HMAC_SM3",
                "outbound.answer", "window-answer",
                "files.max-size", "1MB",
                "files.silence", "1500ms",
                "files.fetch-time", "10s",
                "files.connect-timeout", "2s",
                "files.fetch-attempts", "3",
                "files.hosts", String.join(",", hosts)));
        return new Binder(new MapConfigurationPropertySource(block))
                .bind("", PeerProfile.class)
                .get();
    }

    /** A picture by its first bytes, as long as wanted. */
    static byte[] picture(int size) {
        byte[] picture = new byte[size];
        new Random(size).nextBytes(picture);
        byte[] start = HexFormat.of().parseHex("ffd8ffe000104a46494600010100");
        System.arraycopy(start, 0, picture, 0, Math.min(size, start.length));
        return picture;
    }

    void aCase() {
        ledger.write(tx -> {
                    tx.insertCase(new StoredCase(
                            0, CASE, "REGISTERED", "ZS-DQ", null, 0, "{}".getBytes(StandardCharsets.UTF_8), tx.now()));
                    return true;
                })
                .join();
    }

    /** A message of the case names a file. */
    void names(String fileId, Description said) {
        ledger.write(tx -> {
                    tx.attachments()
                            .name("window", CASE, null, new NamedAttachment(fileId, said.bytes(), said.from() != null));
                    return true;
                })
                .join();
    }

    /** The peer uploads a file for the case. */
    Filed uploads(String fileId, byte[] content, Description said) throws IOException, NotTaken {
        try (Upload upload = files.receive(profile, new ByteArrayInputStream(content), said.name())) {
            return files.file(upload, "window", profile, CASE, fileId, said);
        }
    }

    StoredAttachment the(String fileId) {
        return ledger.attachments().of(CASE).stream()
                .filter(one -> one.fileId().equals(fileId))
                .findFirst()
                .orElseThrow();
    }

    AttachmentState stateOf(String fileId) {
        return the(fileId).state();
    }

    /** Runs rounds until nothing is due now. */
    void work() {
        while (round.run() > 0) {
            // until nothing is due
        }
    }

    void later(Duration step) {
        clock.move(step);
        work();
    }

    /** All files that lie in the store. */
    List<Path> lying() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    byte[] content(String fileId) throws IOException {
        try (var file = files.open(the(fileId))) {
            return file.from(0).readAllBytes();
        }
    }

    @Override
    public void close() {
        ledger.close();
    }
}
