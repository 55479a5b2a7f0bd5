package org.hotlinegateway.casework;

import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Reads calendar, policies and directories from the mappings folder at start. */
@Configuration
class CaseworkConfiguration {
    @Bean
    Rules caseRules(@Value("${gateway.mappings-dir:mappings}") Path mappings) {
        return Rules.load(mappings);
    }
}
