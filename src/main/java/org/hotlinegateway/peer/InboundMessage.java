package org.hotlinegateway.peer;

import jakarta.validation.constraints.NotBlank;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * One kind of message a peer sends.
 *
 * @param mapping the mapping that makes it a case event; its file lies in the peer's folder
 * @param receipt the mapping that writes the answer in the peer's envelope
 * @param format how the bytes are written
 * @param accepted HTTP status of an accepted message
 * @param duplicate HTTP status of a message seen before
 * @param refused HTTP status of every refusal written in the peer's envelope, or absent: the one that fits the refusal
 * @param problems true when refusals are told as problem+json instead of the peer's envelope
 */
public record InboundMessage(
        @NotBlank(message = "write the name of the mapping that makes it a case event")
        String mapping,

        @NotBlank(message = "write the name of the mapping that writes the receipt")
        String receipt,

        @DefaultValue("JSON") Format format,
        @DefaultValue("202") int accepted,
        @DefaultValue("200") int duplicate,
        @Nullable Integer refused,
        @DefaultValue("false") boolean problems) {

    /** How a message is written, and which media types may carry it. */
    public enum Format {
        JSON("application/json", "text/json", "text/plain"),
        XML("text/xml", "application/xml", "text/plain");

        private final List<String> mediaTypes;

        Format(String... mediaTypes) {
            this.mediaTypes = List.of(mediaTypes);
        }

        /** The media type of a message that declares none. */
        public String mediaType() {
            return mediaTypes.get(0);
        }

        /** True for the media types of the format, and for those that say nothing. */
        public boolean allows(String mediaType) {
            return mediaTypes.contains(mediaType)
                    || mediaType.equals("application/octet-stream")
                    || mediaType.endsWith(this == JSON ? "+json" : "+xml");
        }
    }
}
