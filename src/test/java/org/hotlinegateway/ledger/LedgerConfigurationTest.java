package org.hotlinegateway.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import org.hotlinegateway.vault.FieldCipher;
import org.hotlinegateway.vault.KeyRing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;

/** How the ledger and its keys come up in the gateway. */
class LedgerConfigurationTest {
    @TempDir
    Path folder;

    @Test
    void theDemoMakesItsOwnLedgerAndKeys() {
        runner().withPropertyValues("spring.profiles.active=demo").run(context -> {
            Ledger ledger = context.getBean(Ledger.class);
            long message =
                    ledger.accept(Sample.message("W1", "lane", "body")).join().messageId();
            assertThat(ledger.message(message)).isPresent();
            assertThat(Files.exists(folder.resolve("ledger.db"))).isTrue();
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("gateway.keys"))))
                    .isEqualTo("rw-------");
            context.getBean(Ringing.class).hears(Ringing.intake(message));
        });
    }

    @Test
    void theDemoOpensAgainWhatItKept() {
        runner().withPropertyValues("spring.profiles.active=demo")
                .run(context -> context.getBean(Ledger.class)
                        .accept(Sample.message("W1", "lane", "body"))
                        .join());
        runner().withPropertyValues("spring.profiles.active=demo")
                .run(context ->
                        assertThat(context.getBean(Ledger.class).message(1)).isPresent());
    }

    @Test
    void withoutKeysItRefusesToStart() {
        runner().withPropertyValues("spring.profiles.active=prod")
                .run(context -> assertThat(context.getStartupFailure())
                        .rootCause()
                        .hasMessageContaining("no keys for values at rest. Expected GATEWAY_KEYS"));
    }

    @Test
    void keysComeFromTheEnvironmentOrAFile() throws IOException {
        String keys = KeyRing.generate();
        Path file = Files.writeString(folder.resolve("keys"), keys);
        runner().withPropertyValues("spring.profiles.active=prod", "gateway.vault.key-file=" + file)
                .run(context -> assertThat(context).hasSingleBean(Ledger.class));
        runner().withPropertyValues("spring.profiles.active=prod", "gateway.keys=" + keys.replace('\n', ','))
                .run(context -> assertThat(context).hasSingleBean(FieldCipher.class));
    }

    @Test
    void withOtherKeysThanTheLedgersItRefusesToStart() {
        runner().withPropertyValues("spring.profiles.active=demo")
                .run(context -> assertThat(context).hasNotFailed());
        runner().withPropertyValues("gateway.keys=" + KeyRing.generate().replace('\n', ','))
                .run(context -> assertThat(context.getStartupFailure())
                        .rootCause()
                        .isInstanceOf(IllegalStateException.class)
                        .hasMessageContaining("these are not the storage keys of this ledger: field.1 is another key"));
        runner().withPropertyValues("spring.profiles.active=demo")
                .run(context -> assertThat(context).hasNotFailed());
    }

    @Test
    void anUnknownDatabaseIsNamedAtTheStart() {
        runner().withPropertyValues("spring.profiles.active=demo", "gateway.ledger.url=jdbc:unknown:x")
                .run(context -> assertThat(context.getStartupFailure())
                        .rootCause()
                        .hasMessageContaining("gateway.ledger.url: unknown database"));
    }

    private ApplicationContextRunner runner() {
        return new ApplicationContextRunner()
                .withUserConfiguration(Parts.class)
                .withPropertyValues("gateway.data-dir=" + folder);
    }

    @Configuration
    @EnableConfigurationProperties(LedgerSettings.class)
    @ComponentScan(basePackageClasses = {LedgerConfiguration.class, FieldCipher.class})
    static class Parts {
        @Bean
        Clock clock() {
            return Clock.systemUTC();
        }

        @Bean
        Ringing ringing() {
            return new Ringing();
        }
    }
}
