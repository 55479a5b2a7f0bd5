package org.hotlinegateway.mapping;

import java.nio.charset.Charset;
import java.util.Map;

/** Fills a target field declared {@code sign: <scheme>} from its finished sibling fields. */
@FunctionalInterface
public interface FieldSigner {
    /** Refuses every signed field. */
    FieldSigner NONE = (scheme, siblings, charset) -> {
        throw new IllegalStateException("no signer for scheme '" + scheme + "' in this context");
    };

    /**
     * Signs.
     *
     * @param scheme the scheme named by the mapping file, for example {@code md5}
     * @param siblings finished text of the fields beside the signed one, by name, in target order
     * @param charset the charset in which the message travels
     * @return the signature's text
     */
    String sign(String scheme, Map<String, String> siblings, Charset charset);
}
