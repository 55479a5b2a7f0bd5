package org.hotlinegateway.vault;

import java.nio.file.Path;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;

/**
 * Finds the key ring: the environment ({@code GATEWAY_KEYS}), else a file ({@code gateway.vault.key-file}), else, in
 * profile {@code demo} only, a file generated under the data folder.
 */
@Configuration
class KeyConfiguration {
    @Bean
    KeyRing keyRing(Environment environment) {
        String text = environment.getProperty("gateway.keys", "");
        if (!text.isBlank()) {
            return KeyRing.parse(text);
        }
        String file = environment.getProperty("gateway.vault.key-file", "");
        if (!file.isBlank()) {
            return KeyFile.read(Path.of(file));
        }
        return demoKeyRing(environment);
    }

    @Bean
    FieldCipher fieldCipher(KeyRing keyRing) {
        return new FieldCipher(keyRing);
    }

    @Bean
    SealedFiles sealedFiles(KeyRing keyRing) {
        return new SealedFiles(keyRing);
    }

    @Bean
    KeyedHash keyedHash(KeyRing keyRing) {
        return new KeyedHash(keyRing);
    }

    private static KeyRing demoKeyRing(Environment environment) {
        if (!environment.acceptsProfiles(Profiles.of("demo"))) {
            throw new IllegalStateException("no keys for values at rest. Expected GATEWAY_KEYS in the environment or"
                    + " gateway.vault.key-file; only profile demo generates its own.");
        }
        return KeyFile.readOrGenerate(Path.of(environment.getProperty("gateway.data-dir", "./data"), "gateway.keys"));
    }
}
