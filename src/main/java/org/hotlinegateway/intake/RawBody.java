package org.hotlinegateway.intake;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.hotlinegateway.peer.InboundMessage.Format;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.util.MimeType;
import org.springframework.util.unit.DataSize;

/** Takes a request's body as it travelled; never more of it than allowed. */
final class RawBody {
    private RawBody() {}

    static byte[] read(HttpServletRequest request, DataSize limit) {
        long most = limit.toBytes();
        if (request.getContentLengthLong() > most) {
            throw tooLarge(limit);
        }
        byte[] body = readAtMost(request, Math.toIntExact(most) + 1);
        if (body.length > most) {
            throw tooLarge(limit);
        }
        return body;
    }

    private static byte[] readAtMost(HttpServletRequest request, int most) {
        try {
            return request.getInputStream().readNBytes(most);
        } catch (IOException e) {
            throw new Refusal(ProblemCode.REQUEST_INVALID, "The body could not be read to its end.");
        }
    }

    private static Refusal tooLarge(DataSize limit) {
        return new Refusal(
                ProblemCode.BODY_TOO_LARGE,
                "The body is larger than the " + limit.toKilobytes() + " KB this peer may send.");
    }

    /** Refuses a declared media type or content coding that cannot carry the format. */
    static void requireCarrier(HttpServletRequest request, Format format) {
        if (request.getHeader(HttpHeaders.CONTENT_ENCODING) != null) {
            throw unsupported("Content-Encoding is not supported: send the body plain.");
        }
        String declared = request.getContentType();
        if (declared != null && !format.allows(bare(declared))) {
            throw unsupported("Expected a media type of " + format + ".");
        }
    }

    private static String bare(String contentType) {
        try {
            MimeType type = MediaType.parseMediaType(contentType);
            return type.getType() + "/" + type.getSubtype();
        } catch (InvalidMediaTypeException e) {
            throw unsupported("The Content-Type header cannot be read.");
        }
    }

    private static Refusal unsupported(String detail) {
        return new Refusal(ProblemCode.MEDIA_TYPE_UNSUPPORTED, detail);
    }
}
