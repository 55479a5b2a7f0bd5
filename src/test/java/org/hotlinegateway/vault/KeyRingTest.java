package org.hotlinegateway.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class KeyRingTest {
    private static final String KEY_A = key((byte) 1);
    private static final String KEY_B = key((byte) 2);
    private static final byte[] VALUE = "张三".getBytes(StandardCharsets.UTF_8);

    @Test
    void aSealedValueOpensInItsPlaceOnly() {
        FieldCipher cipher = new FieldCipher(KeyRing.parse(KeyRing.generate()));
        Sealed kept = cipher.seal(VALUE, "case:A");

        assertThat(cipher.open(kept, "case:A")).isEqualTo(VALUE);
        assertThatThrownBy(() -> cipher.open(kept, "case:B"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the value of case:B does not open: changed, moved or another key");
    }

    @Test
    void aChangedByteDoesNotOpen() {
        FieldCipher cipher = new FieldCipher(KeyRing.parse(KeyRing.generate()));
        Sealed kept = cipher.seal(VALUE, "case:A");
        byte[] bytes = kept.bytes().clone();
        bytes[bytes.length - 1] ^= 1;

        assertThatThrownBy(() -> cipher.open(new Sealed(kept.keyId(), bytes), "case:A"))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> cipher.open(new Sealed(kept.keyId(), new byte[3]), "case:A"))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void equalValuesAreSealedDifferently() {
        FieldCipher cipher = new FieldCipher(KeyRing.parse(KeyRing.generate()));

        assertThat(cipher.seal(VALUE, "case:A").bytes())
                .isNotEqualTo(cipher.seal(VALUE, "case:A").bytes());
    }

    @Test
    void theFirstFieldKeySealsAndOldOnesStillOpen() {
        FieldCipher before = new FieldCipher(KeyRing.parse("field.a=" + KEY_A + ",search.s=" + KEY_A));
        FieldCipher after =
                new FieldCipher(KeyRing.parse("field.b=" + KEY_B + "\nfield.a=" + KEY_A + "\nsearch.s=" + KEY_A));

        assertThat(after.open(before.seal(VALUE, "p"), "p")).isEqualTo(VALUE);
        assertThat(after.seal(VALUE, "p").keyId()).isEqualTo("b");
        assertThatThrownBy(() -> before.open(after.seal(VALUE, "p"), "p"))
                .hasMessageContaining("no field key with id 'b'");
    }

    @Test
    void aKeyedHashDependsOnItsKeyAlone() {
        KeyedHash hash = new KeyedHash(KeyRing.parse("field.a=" + KEY_A + ",search.s=" + KEY_B));
        KeyedHash same = new KeyedHash(KeyRing.parse("field.z=" + KEY_B + ",search.s=" + KEY_B));
        KeyedHash other = new KeyedHash(KeyRing.parse("field.a=" + KEY_A + ",search.s=" + KEY_A));

        assertThat(hash.of("13800000000")).isEqualTo(same.of("13800000000")).hasSize(64);
        assertThat(hash.of("13800000000")).isNotEqualTo(other.of("13800000000"));
    }

    @Test
    void aWrongEntryIsNamedButNeverShown() {
        assertThatThrownBy(() -> KeyRing.parse("field.a=" + KEY_A)).hasMessageContaining("no search.<id> entry");
        assertThatThrownBy(() -> KeyRing.parse("search.a=" + KEY_A)).hasMessageContaining("no field.<id> entry");
        assertThatThrownBy(() -> KeyRing.parse("field.a=c2hvcnQ=")).hasMessageContaining("field.a has 5 bytes");
        assertThatThrownBy(() -> KeyRing.parse("field.a=***")).hasMessageContaining("field.a is not base64");
        assertThatThrownBy(() -> KeyRing.parse("field.a=" + KEY_A + ",field.a=" + KEY_A))
                .hasMessageContaining("field.a is there twice");
        assertThatThrownBy(() -> KeyRing.parse(KEY_A))
                .hasMessageContaining("entry 1 has no usable name")
                .hasMessageNotContaining(KEY_A);
    }

    private static String key(byte fill) {
        byte[] key = new byte[32];
        Arrays.fill(key, fill);
        return Base64.getEncoder().encodeToString(key);
    }
}
