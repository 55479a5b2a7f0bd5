package org.hotlinegateway.vault;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The masking table of the domain handbook. */
class MaskTest {
    @ParameterizedTest
    @CsvSource({
        "NAME, 测试甲, 测**",
        "NAME, 阿依·测试, 阿****",
        "NAME, 𬱖甲, 𬱖*",
        "NAME, 甲, *",
        "PHONE, 13800000000, 138****0000",
        "PHONE, 0760-88000000, 0760-****0000",
        "PHONE, (0760)88000000, 0760-****0000",
        "PHONE, 110, *10",
        "ID, 442000190001010010, 442***********0010",
        "ID, 44200019000101007X, 442***********007X",
        "ID, E12345678, *****5678",
        "TEXT, 电话13800000000, 电话138****0000",
        "TEXT, 证件442000190001010010电话0760-88000000, 证件442***********0010电话0760-****0000",
        "TEXT, 订单0210908155301000001不动, 订单0210908155301000001不动",
    })
    void hidesAsTheTableSays(Mask mask, String clear, String masked) {
        assertThat(mask.apply(clear)).isEqualTo(masked);
    }

    @Test
    void nothingShorterThanWhatIsKeptShowsThrough() {
        assertThat(Mask.keep("1234567", 3, 4)).isEqualTo("*******");
        assertThat(Mask.keep("12345678", 3, 4)).isEqualTo("123*5678");
        assertThat(Mask.keep("", 1, 1)).isEmpty();
    }
}
