package org.hotlinegateway.peer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class PeersTest {
    private static final Instant NOW = Instant.parse("2021-06-25T02:13:20Z");
    private static final String[] CODES = {
        "window", "hotline", "hotline-legacy", "performance", "appointment", "supervision"
    };

    private final ApplicationContextRunner gateway = new ApplicationContextRunner()
            .withInitializer(new ConfigDataApplicationContextInitializer())
            .withPropertyValues(
                    "spring.config.name=peers-only", "spring.config.import=classpath:application-peers.yaml")
            .withBean(Clock.class, () -> Clock.fixed(NOW, ZoneId.of("Asia/Shanghai")))
            .withUserConfiguration(PeerConfiguration.class);

    @Test
    void theDemoKnowsAllSixPeers() {
        demo(context ->
                assertThat(peers(context).all()).extracting(PeerProfile::code).containsExactlyInAnyOrder(CODES));
    }

    @Test
    void oneSystemMayBeTwoPeersUnderOneAppId() {
        demo(context -> assertThat(peers(context).callingAs("hotline-12345"))
                .extracting(PeerProfile::code)
                .containsExactlyInAnyOrder("hotline", "hotline-legacy"));
    }

    @Test
    void aLegacyPeerIsSentToPatientlyAndWithALength() {
        demo(context -> {
            OutboundProfile legacy = peers(context).require("hotline-legacy").outbound();
            assertThat(legacy.contentLength()).isTrue();
            assertThat(legacy.responseTimeout()).isEqualTo(Duration.ofMinutes(1));
            assertThat(legacy.auth()).isEqualTo(AuthScheme.MD5_HEAD);
        });
    }

    @Test
    void aFurtherPeerNeedsConfigurationOnly() {
        gateway.withPropertyValues(
                        "spring.profiles.active=demo",
                        "gateway.peers.mayor-letters.name=市长信箱",
                        "gateway.peers.mayor-letters.inbound.auth=HMAC_SM3",
                        "gateway.peers.mayor-letters.inbound.messages.letters.mapping=letter-to-case-event",
                        "gateway.peers.mayor-letters.inbound.messages.letters.receipt=receipt-to-mayor-letters",
                        "gateway.peers.mayor-letters.outbound.auth=HMAC_SM3",
                        "gateway.peers.mayor-letters.outbound.answer=mayor-letters-answer")
                .run(context -> {
                    PeerProfile added = peers(context).require("mayor-letters");
                    assertThat(added.inbound().message("letters")).isNotNull();
                    assertThat(added.inbound().message("others")).isNull();
                });
    }

    @Test
    void aMessageThatNobodyAnswersSaysWhatToWrite() {
        gateway.withPropertyValues(
                        "spring.profiles.active=demo", "gateway.peers.window.inbound.messages.events.receipt=")
                .run(context -> assertThat(context.getStartupFailure())
                        .rootCause()
                        .hasMessageContaining("peers[window].inbound.messages[events]")
                        .hasMessageContaining("or answers by ending"));
    }

    @Test
    void aUnitIsKnownToAPeerByItsColumn() {
        UnitDirectory units = UnitDirectory.parse(
                "units.csv", "code,name,kind,aliases,hotline,letters,validFrom,validTo\nORG-A,甲,REGION,,H1,,,\n");
        assertThat(units.hasCodesOf("letters")).isTrue();
        assertThat(units.hasCodesOf("open311")).isFalse();
        assertThat(units.unit("ORG-A", LocalDate.of(2021, 9, 8)).orElseThrow().peerCodes())
                .isEqualTo(Map.of("hotline", "H1"));
    }

    @Test
    void aBlockWithoutANameSaysWhatToWrite() {
        gateway.withPropertyValues("spring.profiles.active=demo", "gateway.peers.window.name=")
                .run(context -> assertThat(context.getStartupFailure())
                        .rootCause()
                        .hasMessageContaining("peers[window].name")
                        .hasMessageContaining("write the peer's Chinese name"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"url", "secret"})
    void productionNamesEveryMissingProperty(String property) {
        gateway.withPropertyValues("spring.profiles.active=prod")
                .run(context -> Arrays.stream(CODES)
                        .forEach(code -> assertThat(context.getStartupFailure())
                                .rootCause()
                                .hasMessageContaining("gateway.peers." + code + "." + property + ": missing")));
    }

    @Test
    void productionRefusesTheDemosSecretAndNeverPrintsIt() {
        gateway.withPropertyValues(production("demo-secret-not-real"))
                .run(context -> assertThat(context.getStartupFailure())
                        .rootCause()
                        .hasMessageContaining("gateway.peers.window.secret: is the demo's")
                        .hasMessageNotContaining("demo-secret-not-real"));
    }

    @Test
    void productionStartsWithAddressesAndSecrets() {
        gateway.withPropertyValues(production("agreed-upon"))
                .run(context -> assertThat(context).hasNotFailed());
    }

    @Test
    void theOrderOfG8LeavesWithItsPublishedSignature() {
        demo(context -> {
            PeerProfile hotline = peers(context).require("hotline");
            OutboundSigner signer =
                    new OutboundSigner(Clock.fixed(NOW, ZoneId.of("Asia/Shanghai")), () -> "5b0d9c3a7e1f4826");
            assertThat(signer.headers(hotline, "POST", "/hotline/v2/orders", golden("G8.json")))
                    .containsExactlyInAnyOrderEntriesOf(Map.of(
                            "X-App-Id", "zs-bbcs-gw",
                            "X-Timestamp", "1624587200000",
                            "X-Nonce", "5b0d9c3a7e1f4826",
                            "X-Sign-Alg", "HMAC-SM3",
                            "X-Sign", "0134bb28c1988b557fdb7c82de73b199968f737f5d99b8e24d9d59f30ad8130f"));
        });
    }

    @Test
    void signedFieldsAreTheHeadsMd5OrTheToken() {
        demo(context -> {
            OutboundSigner signer = context.getBean(OutboundSigner.class);
            Map<String, String> head =
                    Map.of("LY", "BBCS", "YWLX", "GDTB", "LSH", "W20210908155300-0016", "SJ", "20210908155301");
            assertThat(signer.fieldsFor(peers(context).require("hotline-legacy"))
                            .sign("md5", head, UTF_8))
                    .isEqualTo("5BA65E9998224885D26BFBBE8768C477");
            assertThat(signer.fieldsFor(peers(context).require("appointment")).sign("token", Map.of(), UTF_8))
                    .isEqualTo("demo-token");
        });
    }

    @Test
    void overlappingSecretsAreBothTakenAndTheNewerSigns() {
        gateway.withPropertyValues(
                        "spring.profiles.active=demo",
                        "gateway.peers.hotline.secrets[0].id=2021-06",
                        "gateway.peers.hotline.secrets[0].value=newer",
                        "gateway.peers.hotline.secrets[0].valid-from=2021-06-01T00:00:00Z",
                        "gateway.peers.hotline.secrets[1].id=2020",
                        "gateway.peers.hotline.secrets[1].value=expired",
                        "gateway.peers.hotline.secrets[1].valid-to=2021-06-01T00:00:00Z")
                .run(context -> {
                    PeerProfile hotline = peers(context).require("hotline");
                    assertThat(hotline.secretsAt(NOW, "hotline-12345"))
                            .extracting(PeerSecret::id)
                            .containsExactly("2021-06", "1");
                    assertThat(hotline.signingSecret(NOW).value()).isEqualTo("newer");
                });
    }

    @Test
    void aProfileNeverPrintsItsSecrets() {
        demo(context -> assertThat(peers(context).all().toString()).doesNotContain("demo-"));
    }

    private void demo(Consumer<AssertableApplicationContext> check) {
        gateway.withPropertyValues("spring.profiles.active=demo").run(check::accept);
    }

    private static Peers peers(AssertableApplicationContext context) {
        return context.getBean(Peers.class);
    }

    private static String[] production(String secret) {
        return Stream.concat(
                        Stream.of("spring.profiles.active=prod"),
                        Arrays.stream(CODES)
                                .flatMap(code -> Stream.of(
                                        "gateway.peers." + code + ".url=https://" + code + ".example.cn",
                                        "gateway.peers." + code + ".secret=" + secret)))
                .toArray(String[]::new);
    }

    private static byte[] golden(String name) {
        try (var in = PeersTest.class.getResourceAsStream("/golden/" + name)) {
            return in.readAllBytes();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
