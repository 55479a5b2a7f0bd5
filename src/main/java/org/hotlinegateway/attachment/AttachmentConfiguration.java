package org.hotlinegateway.attachment;

import java.nio.file.Path;
import java.time.Clock;
import java.util.random.RandomGenerator;
import org.hotlinegateway.casework.Casework;
import org.hotlinegateway.delivery.Backoff;
import org.hotlinegateway.ledger.Attachments;
import org.hotlinegateway.ledger.Ledger;
import org.hotlinegateway.peer.Peers;
import org.hotlinegateway.vault.KeyedHash;
import org.hotlinegateway.vault.SealedFiles;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;

/** Puts together what takes, keeps and checks files of cases. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AttachmentSettings.class)
class AttachmentConfiguration {
    @Bean
    FileTypes fileTypes() {
        return new FileTypes();
    }

    @Bean
    FileStore fileStore(
            AttachmentSettings settings,
            SealedFiles sealed,
            KeyedHash hashes,
            FileTypes types,
            @Value("${gateway.data-dir:./data}") String dataDir) {
        String folder = settings.folder();
        Path place = folder == null || folder.isBlank() ? Path.of(dataDir, "files") : Path.of(folder);
        return new FileStore(place, sealed, hashes, types);
    }

    @Bean
    Scanner scanner(AttachmentSettings settings) {
        return settings.newScanner();
    }

    @Bean
    AttachmentFiles attachmentFiles(Ledger ledger, Attachments attachments, FileStore store, FileTypes types) {
        return new AttachmentFiles(ledger, attachments, store, new Checks(types));
    }

    @Bean
    @Lazy
    AttachmentRound attachmentRound(
            Ledger ledger,
            Attachments attachments,
            Peers peers,
            FileStore store,
            FileTypes types,
            Scanner scanner,
            Casework casework,
            Clock clock) {
        AttachmentRound.Workshop workshop =
                new AttachmentRound.Workshop(store, new FileFetch(store), new Checks(types), scanner, types);
        return new AttachmentRound(
                ledger,
                attachments,
                peers,
                workshop,
                (tx, attachment, payload) -> casework.attachmentKept(
                        tx, String.valueOf(attachment.caseNo()), attachment.publicId(), payload),
                new Backoff(RandomGenerator.getDefault()),
                clock);
    }

    @Bean
    OrphanSweep orphanSweep(FileStore store, Attachments attachments, AttachmentSettings settings, Clock clock) {
        return new OrphanSweep(store, attachments, settings.orphansAfter(), clock);
    }
}
