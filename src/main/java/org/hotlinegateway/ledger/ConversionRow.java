package org.hotlinegateway.ledger;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hotlinegateway.vault.FieldCipher;
import org.hotlinegateway.vault.Sealed;
import org.jspecify.annotations.Nullable;

/**
 * Conversions, sealed to be written beside what was converted.
 *
 * @param digest mapping set of the last one
 */
record ConversionRow(@Nullable String digest, @Nullable String keyId, byte @Nullable [] bytes) {
    static final ConversionRow NONE = new ConversionRow(null, null, null);

    private static final int FORM = 1;

    static ConversionRow of(List<Conversion> conversions, String place, FieldCipher cipher) {
        if (conversions.isEmpty()) {
            return NONE;
        }
        Sealed sealed = cipher.seal(written(conversions), place);
        return new ConversionRow(conversions.get(conversions.size() - 1).digest(), sealed.keyId(), sealed.bytes());
    }

    /** The conversions in the current row; none where nothing was converted, or before they were kept. */
    static List<Conversion> in(Row row, String place, FieldCipher cipher) throws SQLException {
        return row.textOrNull("conversions_key") == null
                ? List.of()
                : read(cipher.open(row.sealed("conversions"), place));
    }

    private static byte[] written(List<Conversion> conversions) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeByte(FORM);
            out.writeInt(conversions.size());
            for (Conversion conversion : conversions) {
                write(conversion, out);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void write(Conversion conversion, DataOutputStream out) throws IOException {
        text(conversion.mapping(), out);
        text(conversion.digest(), out);
        out.writeLong(conversion.at().toEpochMilli());
        out.writeInt(conversion.values().size());
        for (Map.Entry<String, String> value : conversion.values().entrySet()) {
            text(value.getKey(), out);
            text(value.getValue(), out);
        }
        out.writeInt(conversion.batch().size());
        for (long delivery : conversion.batch()) {
            out.writeLong(delivery);
        }
        byte[] source = conversion.source();
        out.writeBoolean(source != null);
        if (source != null) {
            bytes(source, out);
        }
    }

    private static void text(String text, DataOutputStream out) throws IOException {
        bytes(text.getBytes(StandardCharsets.UTF_8), out);
    }

    private static void bytes(byte[] bytes, DataOutputStream out) throws IOException {
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static List<Conversion> read(byte[] written) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(written))) {
            int form = in.readByte();
            if (form != FORM) {
                throw new LedgerException("conversions of form " + form + ", expected form " + FORM);
            }
            List<Conversion> conversions = new ArrayList<>();
            for (int left = in.readInt(); left > 0; left--) {
                conversions.add(one(in));
            }
            return conversions;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Conversion one(DataInputStream in) throws IOException {
        String mapping = text(in);
        String digest = text(in);
        Instant at = Instant.ofEpochMilli(in.readLong());
        Map<String, String> values = new HashMap<>();
        for (int left = in.readInt(); left > 0; left--) {
            values.put(text(in), text(in));
        }
        List<Long> batch = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            batch.add(in.readLong());
        }
        return new Conversion(mapping, digest, at, values, batch, in.readBoolean() ? bytes(in) : null);
    }

    private static String text(DataInputStream in) throws IOException {
        return new String(bytes(in), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(DataInputStream in) throws IOException {
        return in.readNBytes(in.readInt());
    }
}
