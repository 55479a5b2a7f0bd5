package org.hotlinegateway.peer;

import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * One kind of message a peer sends.
 *
 * @param mapping the mapping that makes it a case event; its file lies in the peer's folder
 * @param receipt the mapping that writes the answer in the peer's envelope, at the address without an ending
 * @param answers who writes the answer where the address ends in {@code .json}, {@code .xml} or the like, by ending
 * @param format how the bytes are written
 * @param numbered false when such messages carry no number of their own: the mapping then finds the gateway's as
 *     {@code $messageId}, and the same bytes are the same message
 * @param accepted HTTP status of an accepted message
 * @param duplicate HTTP status of a message seen before
 * @param refused HTTP status of every refusal written in the peer's envelope, or absent: the one that fits the refusal
 * @param problems true when refusals are told as problem+json instead of the peer's envelope
 */
public record InboundMessage(
        @NotBlank(message = "write the name of the mapping that makes it a case event")
        String mapping,

        @Nullable String receipt,
        @DefaultValue Map<String, @Valid DoorAnswer> answers,
        @DefaultValue("JSON") Format format,
        @DefaultValue("true") boolean numbered,
        @DefaultValue("202") int accepted,
        @DefaultValue("200") int duplicate,
        @Nullable Integer refused,
        @DefaultValue("false") boolean problems) {

    /** Who writes the answer at an address with this ending, {@code ""} for none; empty when nothing answers there. */
    public Optional<DoorAnswer> answer(String ending) {
        return ending.isEmpty()
                ? Optional.ofNullable(receipt).map(mapping -> new DoorAnswer(mapping, null))
                : Optional.ofNullable(answers.get(ending));
    }

    @AssertTrue(message = "write receipt: the name of the mapping that writes the receipt, or answers by ending")
    boolean isAnswered() {
        return !answers.isEmpty() || receipt != null && !receipt.isBlank();
    }

    /** How a message is written, and which media types may carry it. */
    public enum Format {
        JSON("application/json", "text/json", "text/plain"),
        XML("text/xml", "application/xml", "text/plain"),
        FORM("application/x-www-form-urlencoded");

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
                    || mediaType.endsWith("+" + name().toLowerCase(Locale.ROOT));
        }
    }
}
