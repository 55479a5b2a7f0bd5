package org.hotlinegateway.vault;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

class ParameterSignatureTest {
    private static final String SECRET = "demo-secret-not-real";
    private static final Charset GBK = Charset.forName("GB18030");

    @Test
    void theVectorIsSignedAsPublished() {
        Map<String, String> parameters =
                Map.of("timestamp", "1631087580000", "appKey", "window-dongqu", "nonce", "3f9c1b7e5a2d4c60");
        assertThat(ParameterSignature.md5(parameters, SECRET, UTF_8)).isEqualTo("73577072EC717DDCBC58AFF8F5F56675");
    }

    @ParameterizedTest
    @ValueSource(strings = {"G2", "G5", "G6", "G13"})
    void theHeadOfALegacyMessageIsSignedAsItsQmSays(String golden) throws Exception {
        Map<String, String> head = head(golden);
        String signature = head.remove("QM");
        assertThat(ParameterSignature.md5(head, SECRET, GBK)).isEqualTo(signature);
    }

    @Test
    void chineseValuesAreSignedInTheMessagesCharset() {
        Map<String, String> head = Map.of("LY", "办不成事");
        assertThat(ParameterSignature.md5(head, SECRET, GBK)).isNotEqualTo(ParameterSignature.md5(head, SECRET, UTF_8));
    }

    private static Map<String, String> head(String golden) throws Exception {
        try (InputStream in = ParameterSignatureTest.class.getResourceAsStream("/golden/" + golden + ".xml")) {
            Element message = DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(in)
                    .getDocumentElement();
            Map<String, String> children = new LinkedHashMap<>();
            Node child = message.getFirstChild().getFirstChild();
            for (; child != null; child = child.getNextSibling()) {
                children.put(child.getNodeName(), child.getTextContent());
            }
            return children;
        }
    }
}
