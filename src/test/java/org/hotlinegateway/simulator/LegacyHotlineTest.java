package org.hotlinegateway.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LegacyHotlineTest {
    private static final String ORDERS = "/legacy/orders";
    private static final String ACTIONS = "/legacy/actions";

    private Caller caller;

    @BeforeEach
    void open() {
        caller = Caller.at("2021-09-08T15:53:02");
    }

    @AfterEach
    void close() {
        caller.close();
    }

    @Test
    void theGoldenOrderGetsTheGoldenAnswerInGbkBytes() throws Exception {
        assertThat(caller.legacy(ORDERS, Caller.golden("G2.xml"))).isEqualTo(gbk("G3.xml"));
        assertThat(caller.peers.legacy().orderOf("BBCS-442000002-20210908-0016"))
                .contains("0210908155301000001");
    }

    @Test
    void theGoldenOrderAgainGetsTheGoldenDuplicateAnswer() throws Exception {
        caller.legacy(ORDERS, Caller.golden("G2.xml"));

        assertThat(caller.legacy(ORDERS, Caller.golden("G2.xml"))).isEqualTo(gbk("G4.xml"));
        assertThat(caller.peers.effects("hotline-legacy"))
                .containsOnly(Map.entry("W20210908155300-0016", new Effect(1, 2)));
    }

    @Test
    void theGoldenYellowCardIsTakenForAKnownOrderOnly() throws Exception {
        assertThat(caller.legacy(ACTIONS, Caller.golden("G13.xml"))).contains("GDBH: unknown order");

        caller.peers.legacy().nextOrderNo("0210908155301000002");
        caller.legacy(ORDERS, Caller.golden("G2.xml"));

        assertThat(caller.legacy(ACTIONS, Caller.golden("G13.xml"))).contains("<CODE>0</CODE>");
        assertThat(caller.legacy(ACTIONS, Caller.golden("G13.xml"))).contains("<CODE>9</CODE>");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<YYDM>08,03</YYDM>|<YYDM>MULTI_DEPT</YYDM>|YYDM: not list of 01 to 08",
                "<XZQH>442000002</XZQH>|<XZQH>442000002000</XZQH>|XZQH: not 9 digits of Zhongshan",
                "<CBDW>DQJD</CBDW>|<CBDW></CBDW>|CBDW: not unit code",
                "<CBDW>DQJD</CBDW>||CBDW: missing",
                "<SQLX>03</SQLX>|<SQLX>HELP</SQLX>|SQLX: not one of 01, 02, 03, 04",
                "<LXDH>13800000000</LXDH>||LXDH: missing though a reply is wanted",
                "<SFBM>0</SFBM>|<SFBM>1</SFBM>|ZJHM: identity in a secret order",
                "<JJCD>1</JJCD>|<JJCD>1</JJCD><NEW>x</NEW>|NEW: unknown field",
                "<JJCD>1</JJCD>|<JJCD>1</JJCD><JJCD>1</JJCD>|JJCD occurs twice",
                "GBK\"?>|UTF-8\"?>|XML declaration with encoding GBK missing",
                "<LSH>W2|<LSH>X2|签名错误",
                "</MESSAGE>||XML is not well formed"
            })
    void anOrderThatBreaksTheDialectIsRefused(String from, String to, String problem) throws Exception {
        String broken = gbk("G2.xml").replace(from, to == null ? "" : to);

        String answer = caller.legacy(ORDERS, broken.getBytes(LegacyXml.GBK));

        assertThat(answer).doesNotContain("<GDBH>").contains(problem);
    }

    @Test
    void aTitleLongerThanFiftyCharactersIsRefused() throws Exception {
        String longer = gbk("G2.xml").replace("<SQBT>", "<SQBT>" + "长".repeat(50));

        assertThat(caller.legacy(ORDERS, longer.getBytes(LegacyXml.GBK)))
                .contains("SQBT: not text of at most 50 characters");
    }

    @Test
    void bytesThatAreNotGbkAreRefused() throws Exception {
        byte[] utf8 = gbk("G2.xml").getBytes(StandardCharsets.UTF_8);

        assertThat(caller.legacy(ORDERS, utf8)).doesNotContain("<GDBH>");
    }

    @Test
    void aCharacterReferenceCarriesWhatGbkCannot() throws Exception {
        String rare = gbk("G2.xml").replace("测试甲", "测&#x4DAE;");

        assertThat(caller.legacy(ORDERS, rare.getBytes(LegacyXml.GBK))).contains("<CODE>0</CODE>");
    }

    @Test
    void aChunkedBodyIsRefused() throws Exception {
        HttpRequest chunked = HttpRequest.newBuilder(URI.create("http://localhost:" + caller.peers.port() + ORDERS))
                .header("Content-Type", "text/xml; charset=GBK")
                .POST(HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(Caller.golden("G2.xml"))))
                .build();

        String answer = HttpClient.newHttpClient()
                .send(chunked, HttpResponse.BodyHandlers.ofString(LegacyXml.GBK))
                .body();

        assertThat(answer).contains("Content-Length missing or body chunked");
    }

    @Test
    void goldenCallbacksTravelAsTheyAre() throws Exception {
        try (StandInGateway gateway = new StandInGateway()) {
            caller.peers.connect(gateway.url());
            caller.peers.legacy().send(Caller.golden("G5.xml"));

            assertThat(gateway.last().body()).isEqualTo(Caller.golden("G5.xml"));
            assertThat(gateway.last().headers().getFirst("Content-Length")).isNotNull();
            assertThat(gateway.last().headers().getFirst("Content-Type")).isEqualTo("text/xml; charset=GBK");
        }
    }

    @Test
    void aCallbackIsSignedXmlInGbk() throws Exception {
        try (StandInGateway gateway = new StandInGateway()) {
            caller.peers.connect(gateway.url());
            Map<String, String> fields = new LinkedHashMap<>();
            fields.put("NR", "公示<中>镕");
            caller.peers.legacy().callback("0210908155301000001", "JZ", "3", "2021-09-13 10:00:00", fields);

            LegacyXml.Message sent = LegacyXml.read(gateway.last().body());
            assertThat(sent.head())
                    .containsEntry("LSH", "HZ20210908155302-0001")
                    .containsEntry("YWLX", "GDHZ");
            assertThat(sent.head().get("QM")).isEqualTo(Signatures.headMark(sent.head(), Caller.SECRET, LegacyXml.GBK));
            assertThat(sent.body())
                    .containsExactly(
                            Map.entry("GDBH", "0210908155301000001"),
                            Map.entry("XH", "3"),
                            Map.entry("ZT", "JZ"),
                            Map.entry("CZSJ", "2021-09-13 10:00:00"),
                            Map.entry("NR", "公示<中>镕"));
        }
    }

    private static String gbk(String golden) {
        return new String(Caller.golden(golden), LegacyXml.GBK);
    }
}
