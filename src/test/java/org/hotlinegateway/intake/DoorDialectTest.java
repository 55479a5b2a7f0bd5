package org.hotlinegateway.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.hotlinegateway.intake.Knock.Answer;
import org.hotlinegateway.mapping.MappingSet;
import org.hotlinegateway.mapping.MappingSets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/** A peer that only files know: forms, answers by the ending of the address, views; here the tutorial's Open311. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        classes = {AtTheDoor.OnlyTheDoor.class, DoorDialectTest.ItsMappings.class},
        properties = "spring.config.additional-location=file:docs/examples/open311/application.yaml")
class DoorDialectTest extends AtTheDoor {
    private static final Path EXAMPLE = Path.of("docs/examples/open311/mappings");
    private static final String KEY = "?api_key=demo-api-key";
    private static final String DENIED = "[{\"code\":403,\"description\":\"令牌无效\"}]";
    private static final String LIGHT = form();

    @Test
    void theEndingOfTheAddressChoosesTheAnswersFormat() {
        Answer json = posted("requests.json", LIGHT);
        assertThat(json.status()).isEqualTo(200);
        assertThat(json.header("Content-Type")).startsWith("application/json");
        String receipt = json.json().path(0).path("service_request_id").asString();
        assertThat(kept(receipt).name()).isEqualTo("requests");

        Answer xml = posted("requests.xml", LIGHT);
        assertThat(xml.header("Content-Type")).startsWith("text/xml");
        assertThat(xml.text())
                .isEqualTo("<?xml version=\"1.0\" encoding=\"UTF-8\"?><service_requests><request><service_request_id>"
                        + receipt + "</service_request_id><service_notice>已收到,凭编号可以查询办理情况</service_notice>"
                        + "</request></service_requests>");
    }

    @ParameterizedTest
    @CsvSource({
        "POST,requests",
        "POST,requests.csv",
        "GET,services.csv",
        "GET,services",
        "GET,requests/1",
        "GET,requests/1.csv"
    })
    void anEndingNobodyDeclaredIsNoAddress(String method, String path) {
        Answer answer = new Knock(port, "/api/v1/open311/" + path + KEY)
                .method(method)
                .contentType("application/x-www-form-urlencoded")
                .body(method.equals("POST") ? LIGHT : "")
                .send();
        assertThat(answer.status()).as(answer.text()).isIn(404, 405);
    }

    @Test
    void aFormIsTheOnlyThingThatAFormsAddressTakes() {
        assertThat(new Knock(port, "/api/v1/open311/requests.json")
                        .body(LIGHT)
                        .send()
                        .status())
                .isEqualTo(415);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"api_key=wrong", "api_key=demo-api-key&api_key=demo-api-key", "api_key=", "xapi_key=demo-api-key"
            })
    void aCredentialThatDoesNotFitIsToldInThePeersEnvelope(String credential) {
        Answer posted = posted("requests.json", LIGHT.replace("api_key=demo-api-key", credential));
        Answer asked = get("services.json?" + credential);
        assertThat(posted.status()).isEqualTo(403);
        assertThat(asked.status()).isEqualTo(403);
        assertThat(posted.text()).isIn(DENIED, DENIED.replace("令牌无效", "缺少身份凭证"));
        assertThat(asked.text()).isEqualTo(posted.text());
    }

    @Test
    void aBrokenFormIsRefusedInThePeersEnvelope() {
        Answer answer = posted("requests.xml", "api_key=demo-api-key&description=%zz");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text()).contains("<errors><error><code>400</code>");
    }

    @Test
    void everyFieldAtFaultIsToldUnderTheSendersName() {
        Answer answer = posted("requests.json", "api_key=demo-api-key&jurisdiction_id=dongqu.zs.example");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json()
                        .valueStream()
                        .map(one -> one.path("description").asString()))
                .contains("service_code: 缺少必填字段", "description: 缺少必填字段");
    }

    @Test
    void aTableIsShownRowByRow() {
        Answer answer = get("services.json" + KEY);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().size()).isEqualTo(3);
        assertThat(answer.json().path(0).toString())
                .isEqualTo("{\"service_code\":\"001\",\"service_name\":\"路灯不亮\",\"description\":\"路灯整段或单盏不亮\","
                        + "\"metadata\":false,\"type\":\"realtime\",\"keywords\":\"路灯,照明\",\"group\":\"市政设施\"}");
    }

    @Test
    void whatHasNoCaseYetIsKnownByItsReceipt() {
        String receipt = posted("requests.json", LIGHT.replace("phone=13800000021", "phone=13800000022"))
                .json()
                .path(0)
                .path("service_request_id")
                .asString();
        Answer answer = get("requests/" + receipt + ".json" + KEY);
        assertThat(answer.text())
                .isEqualTo("[{\"service_request_id\":\"" + receipt
                        + "\",\"status\":\"open\",\"requested_datetime\":\"2021-09-08T15:53:00+08:00\","
                        + "\"updated_datetime\":\"2021-09-08T15:53:00+08:00\"}]");
    }

    @Test
    void severalNumbersAreAskedForAtOnce() {
        String first = reported("13800000023");
        String second = reported("13800000024");
        Answer answer = get("requests.json" + KEY + "&service_request_id=" + second + ",0," + first);
        assertThat(answer.json()
                        .valueStream()
                        .map(one -> one.path("service_request_id").asString()))
                .containsExactly(second, first);
        assertThat(get("requests.json" + KEY + "&service_request_id=0").text()).isEqualTo("[]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "&service_request_id=a&service_request_id=b"})
    void whoNamesNoNumberIsToldSo(String parameters) {
        Answer answer = get("requests.xml" + KEY + parameters);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text()).contains("<errors><error><code>400</code><description>请求无效</description>");
    }

    private String reported(String phone) {
        return posted("requests.json", LIGHT.replace("phone=13800000021", "phone=" + phone))
                .json()
                .path(0)
                .path("service_request_id")
                .asString();
    }

    @Test
    void anotherPeersReceiptDoesNotExist() {
        String receipt = window().send().json().path("receipt").asString();
        for (String number : new String[] {receipt, "0"}) {
            Answer answer = get("requests/" + number + ".json" + KEY);
            assertThat(answer.status()).isEqualTo(404);
            assertThat(answer.text()).isEqualTo("[{\"code\":404,\"description\":\"案件不存在或无权查看\"}]");
        }
    }

    private Answer posted(String path, String form) {
        return new Knock(port, "/api/v1/open311/" + path)
                .contentType("application/x-www-form-urlencoded; charset=utf-8")
                .body(form)
                .send();
    }

    private Answer get(String path) {
        return new Knock(port, "/api/v1/open311/" + path).method("GET").send();
    }

    private static String form() {
        try {
            return Files.readString(EXAMPLE.resolve("samples/open311-request-to-case-event/light.in.form"))
                    .strip();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** The shipped mappings with those of the peer beside them. */
    @Configuration
    static class ItsMappings {
        @Bean
        @Primary
        MappingSets mappingsOfThePeerToo() throws IOException {
            Path folder = Files.createTempDirectory("mappings");
            copy(Path.of("mappings"), folder);
            copy(EXAMPLE, folder);
            return new MappingSets(MappingSet.load(folder));
        }

        private static void copy(Path from, Path to) throws IOException {
            try (Stream<Path> files = Files.walk(from)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    Path copy = to.resolve(from.relativize(file).toString());
                    Files.createDirectories(copy.getParent());
                    Files.copy(file, copy);
                }
            }
        }
    }
}
