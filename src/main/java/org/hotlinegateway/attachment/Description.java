package org.hotlinegateway.attachment;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a peer says of a file.
 *
 * @param name as the peer writes it, possibly garbled
 * @param size in bytes, or null
 * @param mediaType or null
 * @param hash in hex, or null
 * @param hashAlg {@code SM3} or {@code SHA-256}; without it a hash is taken for SHA-256
 * @param from where to fetch it, or null when the peer uploads it
 */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Description(
        @Nullable String name,
        @Nullable Long size,
        @Nullable String mediaType,
        @Nullable String hash,
        @Nullable String hashAlg,
        @Nullable String from) {
    private static final JsonMapper JSON = JsonMapper.shared();

    static Description read(byte[] json) {
        return JSON.readValue(json, Description.class);
    }

    byte[] bytes() {
        return JSON.writeValueAsBytes(this);
    }

    boolean usesSm3() {
        return "SM3".equals(hashAlg);
    }

    @Nullable
    String lowerHash() {
        return hash == null || hash.isBlank() ? null : hash.strip().toLowerCase(Locale.ROOT);
    }
}
