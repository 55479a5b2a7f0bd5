package org.hotlinegateway.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Values nobody bears, in the shape of an original. */
class InventedTest {
    @ParameterizedTest
    @CsvSource({
        "NAME, 王小明, 测试甲",
        "NAME, 王明, 测甲",
        "NAME, 欧阳小明, 测试测甲",
        "NAME, 王**, 测**",
        "NAME, Li Xiaolong, Xx Xxxxxxxx",
        "ORGANISATION, 中山市小明贸易有限公司, 测试测试测试测试甲公司",
        "PHONE, 13912345678, 13800000001",
        "PHONE, +86 139-1234-5678, +86 138-0000-0001",
        "PHONE, 0760-88321654, 0760-88000001",
        "PHONE, 88321654, 88000001",
        "PHONE, 139****5678, 138****0001",
        "CERTIFICATE, 440106199003071234, 442000190001010010",
        "CERTIFICATE, 440***********1234, 442***********0010",
        "CERTIFICATE, 440106900307123, 442000000101001",
        "CERTIFICATE, E12345678, X00000001",
        "CREDIT_CODE, 91440101MA59A1B2C3, 91442000MA0000001X",
        "MAIL, li.xl@qq.com, test1@example.com",
        "TEXT, 找王小明(3号窗)。, 测试文字(0测试)。"
    })
    void anOriginalOfEachKindBecomesAnInventedValueOfItsShape(PersonalKind kind, String original, String invented) {
        assertThat(new Inventions().of(kind, original)).isEqualTo(invented);
    }

    @Test
    void theSameOriginalBecomesTheSameValueAndAnotherOneAnother() {
        Inventions inventions = new Inventions();
        assertThat(inventions.of(PersonalKind.NAME, "王小明")).isEqualTo("测试甲");
        assertThat(inventions.of(PersonalKind.NAME, "李小龙")).isEqualTo("测试乙");
        assertThat(inventions.of(PersonalKind.NAME, "王小明")).isEqualTo("测试甲");
        assertThat(inventions.inside("王小明和李小龙")).isEqualTo("测试甲和测试乙");
    }

    @Test
    void checkDigitsAreValid() {
        for (int number = 1; number < 200; number++) {
            assertThat(residentSum(Invented.value(PersonalKind.CERTIFICATE, "440106199003071234", number)) % 11)
                    .isEqualTo(1);
            assertThat(creditSum(Invented.value(PersonalKind.CREDIT_CODE, "91440101MA59A1B2C3", number)) % 31)
                    .isZero();
        }
    }

    /** GB 11643: the weighted sum with its check digit leaves 1. */
    private static int residentSum(String number) {
        int sum = number.charAt(17) == 'X' ? 10 : number.charAt(17) - '0';
        for (int i = 0; i < 17; i++) {
            sum += (number.charAt(i) - '0') * ((1 << (17 - i)) % 11);
        }
        return sum;
    }

    /** GB 32100: the sum weighted by powers of 3 leaves nothing. */
    private static int creditSum(String code) {
        int sum = 0;
        int weight = 1;
        for (int i = 0; i < 18; i++) {
            sum += "0123456789ABCDEFGHJKLMNPQRTUWXY".indexOf(code.charAt(i)) * (i == 17 ? 1 : weight);
            weight = weight * 3 % 31;
        }
        return sum;
    }
}
