package org.hotlinegateway.vault;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * The keys for what is kept: field keys seal values, one search key makes keyed hashes.
 *
 * <p>Text form, one entry a line or separated by commas: {@code field.<id>=<base64 of 32 bytes>} and
 * {@code search.<id>=<base64 of 32 bytes>}. The first field key seals new values; the others still open old ones.
 */
public final class KeyRing {
    private static final int KEY_BYTES = 32;
    private static final String FIELD = "field.";
    private static final String SEARCH = "search.";

    private final Map<String, SecretKey> fieldKeys = new LinkedHashMap<>();
    private final String currentId;
    private final byte[] searchKey;

    private KeyRing(Map<String, byte[]> entries) {
        byte[] search = null;
        for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
            String name = entry.getKey();
            if (name.startsWith(FIELD)) {
                fieldKeys.put(name.substring(FIELD.length()), new SecretKeySpec(entry.getValue(), "AES"));
            } else if (search == null) {
                search = entry.getValue();
            }
        }
        currentId = fieldKeys.keySet().stream().findFirst().orElseThrow(() -> missing(FIELD));
        searchKey = required(search);
    }

    /** Reads the text form; says which entry is wrong, never its value. */
    public static KeyRing parse(String text) {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        for (String entry : text.split("[,;\\r\\n]+")) {
            String line = entry.strip();
            if (!line.isEmpty() && !line.startsWith("#")) {
                read(line, entries);
            }
        }
        return new KeyRing(entries);
    }

    /** The text form of a new ring with one field key and one search key. */
    public static String generate() {
        SecureRandom random = new SecureRandom();
        return FIELD + "1=" + newKey(random) + "\n" + SEARCH + "1=" + newKey(random) + "\n";
    }

    /** The ids of the keys that open sealed values; ids are no secret. */
    public Set<String> ids() {
        return Set.copyOf(fieldKeys.keySet());
    }

    List<String> idsInOrder() {
        return List.copyOf(fieldKeys.keySet());
    }

    String currentId() {
        return currentId;
    }

    SecretKey fieldKey(String id) {
        SecretKey key = fieldKeys.get(id);
        if (key == null) {
            throw new DoesNotOpen("key ring: no field key with id '" + id + "'. Expected one of " + fieldKeys.keySet()
                    + "; keep old keys in the ring as long as values sealed with them are kept.");
        }
        return key;
    }

    byte[] searchKey() {
        return searchKey.clone();
    }

    private static void read(String line, Map<String, byte[]> entries) {
        int equals = line.indexOf('=');
        String name = equals < 0 ? "" : line.substring(0, equals).strip();
        if (!name.matches("(field|search)\\.[A-Za-z0-9_-]{1,40}")) {
            throw new IllegalStateException("key ring: entry " + (entries.size() + 1)
                    + " has no usable name. Expected field.<id>=<base64> or search.<id>=<base64>.");
        }
        if (entries.put(name, decode(name, line.substring(equals + 1).strip())) != null) {
            throw new IllegalStateException("key ring: " + name + " is there twice. Expected each id once.");
        }
    }

    private static byte[] decode(String name, String base64) {
        byte[] key;
        try {
            key = Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException("key ring: " + name + " is not base64. Expected base64 of 32 bytes.", e);
        }
        if (key.length != KEY_BYTES) {
            throw new IllegalStateException(
                    "key ring: " + name + " has " + key.length + " bytes. Expected base64 of 32 bytes.");
        }
        return key;
    }

    private static byte[] required(byte @Nullable [] search) {
        if (search == null) {
            throw missing(SEARCH);
        }
        return search;
    }

    private static IllegalStateException missing(String prefix) {
        return new IllegalStateException(
                "key ring: no " + prefix + "<id> entry. Expected one field and one search key.");
    }

    private static String newKey(SecureRandom random) {
        byte[] key = new byte[KEY_BYTES];
        random.nextBytes(key);
        return Base64.getEncoder().encodeToString(key);
    }
}
