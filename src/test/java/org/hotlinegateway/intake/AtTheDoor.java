package org.hotlinegateway.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import org.hotlinegateway.ledger.Ledger;
import org.hotlinegateway.ledger.StoredMessage;
import org.hotlinegateway.mapping.MappingSet;
import org.hotlinegateway.mapping.MappingSets;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.security.autoconfigure.SecurityAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration;
import org.springframework.boot.servlet.autoconfigure.HttpEncodingAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The door over real HTTP, with the shipped mappings and a ledger on disk, and nobody behind it. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, classes = AtTheDoor.OnlyTheDoor.class)
@ActiveProfiles("demo")
abstract class AtTheDoor {
    static final Instant NOW = Instant.ofEpochMilli(1631087580000L);

    @LocalServerPort
    int port;

    @Autowired
    Ledger ledger;

    @DynamicPropertySource
    static void dataFolder(DynamicPropertyRegistry properties) {
        properties.add("gateway.data-dir", AtTheDoor::temporaryFolder);
        properties.add("gateway.peers.appointment.files.part", () -> "file");
    }

    Knock window() {
        return new Knock(port, "/api/v1/window/events")
                .signedAs("window-dongqu")
                .body(golden("G1.json"));
    }

    Knock hotline() {
        return new Knock(port, "/api/v1/hotline/callbacks")
                .signedAs("hotline-12345")
                .body(golden("G20.json"));
    }

    Knock legacy() {
        return new Knock(port, "/api/v1/hotline-legacy/callbacks")
                .contentType("text/xml; charset=GBK")
                .body(golden("G5.xml"));
    }

    Knock appointment() {
        return new Knock(port, "/api/v1/appointment/alerts").body(golden("G7.json"));
    }

    StoredMessage kept(String receipt) {
        return ledger.messageByReceipt(receipt).orElseThrow();
    }

    static byte[] golden(String name) {
        try (var in = AtTheDoor.class.getResourceAsStream("/golden/" + name)) {
            assertThat(in).as(name).isNotNull();
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String goldenText(String name) {
        return new String(golden(name), StandardCharsets.UTF_8);
    }

    private static String temporaryFolder() {
        try {
            Path folder = Files.createTempDirectory("door");
            folder.toFile().deleteOnExit();
            return folder.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ConfigurationPropertiesScan({
        "org.hotlinegateway.peer",
        "org.hotlinegateway.ledger",
        "org.hotlinegateway.intake",
        "org.hotlinegateway.attachment"
    })
    @ComponentScan(
            basePackages = {
                "org.hotlinegateway.intake",
                "org.hotlinegateway.peer",
                "org.hotlinegateway.ledger",
                "org.hotlinegateway.attachment",
                "org.hotlinegateway.vault"
            },
            excludeFilters = @ComponentScan.Filter(type = FilterType.CUSTOM, classes = TypeExcludeFilter.class))
    @ImportAutoConfiguration({
        TomcatServletWebServerAutoConfiguration.class,
        DispatcherServletAutoConfiguration.class,
        WebMvcAutoConfiguration.class,
        ErrorMvcAutoConfiguration.class,
        JacksonAutoConfiguration.class,
        HttpMessageConvertersAutoConfiguration.class,
        HttpEncodingAutoConfiguration.class,
        SecurityAutoConfiguration.class,
        ServletWebSecurityAutoConfiguration.class,
        SecurityFilterAutoConfiguration.class
    })
    static class OnlyTheDoor {
        @Bean
        Clock clock() {
            return Clock.fixed(NOW, ZoneId.of("Asia/Shanghai"));
        }

        @Bean
        MappingSets mappingSets() {
            return new MappingSets(MappingSet.load(Path.of("mappings")));
        }
    }
}
