package org.hotlinegateway.attachment;

import java.util.Map;
import java.util.Set;
import org.apache.tika.Tika;
import org.apache.tika.mime.MediaType;
import org.apache.tika.mime.MediaTypeRegistry;
import org.apache.tika.mime.MimeTypes;
import org.jspecify.annotations.Nullable;

/** What a file is by its first bytes. Its name counts only among types that begin alike, such as zip and docx. */
final class FileTypes {
    private static final String UNKNOWN = "application/octet-stream";
    private static final Set<String> PAGES = Set.of("text/html", "application/xhtml+xml");
    private static final Map<String, String> OTHER_NAMES = Map.of(
            "image/jpg", "image/jpeg",
            "image/pjpeg", "image/jpeg",
            "image/x-png", "image/png",
            "audio/mp3", "audio/mpeg",
            "audio/wav", "audio/vnd.wave",
            "audio/x-wav", "audio/vnd.wave",
            "application/x-zip-compressed", "application/zip");

    /** The long list of types, read when the first file comes, as a start should be quick. */
    private static final class Known {
        static final Tika TIKA = new Tika();
        static final MediaTypeRegistry REGISTRY =
                MimeTypes.getDefaultMimeTypes().getMediaTypeRegistry();
    }

    String of(byte[] head, @Nullable String name) {
        return head.length == 0 ? UNKNOWN : usual(Known.TIKA.detect(head, name == null ? "" : name));
    }

    static boolean isPage(String mediaType) {
        return PAGES.contains(mediaType);
    }

    /** Whether bytes found to be of one type may be declared as the other. */
    boolean agree(String declared, String found) {
        String named = usual(bare(declared));
        if (named.isEmpty() || named.equals(UNKNOWN) || named.equals(found)) {
            return true;
        }
        MediaType wide = MediaType.parse(named);
        MediaType narrow = MediaType.parse(found);
        return wide != null && narrow != null && Known.REGISTRY.isSpecializationOf(narrow, wide);
    }

    private static String usual(String type) {
        return OTHER_NAMES.getOrDefault(type, type);
    }

    private static String bare(String type) {
        MediaType parsed = MediaType.parse(type);
        return parsed == null ? "" : parsed.getBaseType().toString();
    }
}
