package org.hotlinegateway.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Codes found by their bytes. */
class CodeIndexTest {
    private static String found(CodeIndex index, String key) {
        byte[] bytes = ("<" + key + ">").getBytes(StandardCharsets.UTF_8);
        Value.Text value = index.find(bytes, 1, bytes.length - 1);
        return value == null ? null : value.text();
    }

    @Test
    void everyCodeOfALongTableIsFoundAndNoOther() {
        Map<String, String> codes = new HashMap<>();
        for (int i = 0; i < 30_000; i++) {
            codes.put("K" + i, "V" + i);
        }
        CodeIndex index = CodeIndex.of(codes);
        codes.forEach((key, value) -> assertThat(found(index, key)).isEqualTo(value));
        for (int i = 30_000; i < 60_000; i++) {
            assertThat(found(index, "K" + i)).isNull();
        }
    }

    @Test
    void aCodeIsFoundWholeOrNotAtAll() {
        CodeIndex index = CodeIndex.of(Map.of("跨镇登记受阻", "一", "", "nothing", "AB", "C"));
        assertThat(found(index, "跨镇登记受阻")).isEqualTo("一");
        assertThat(found(index, "镇登记受阻")).isNull();
        assertThat(found(index, "")).isEqualTo("nothing");
        assertThat(found(index, "A")).isNull();
        assertThat(found(index, "B")).isNull();
        assertThat(found(index, "ABC")).isNull();
    }

    /** Eight bytes are compared at once: what stands before and behind a code must not count. */
    @Test
    void aCodeOfAnyLengthIsFoundWhereverItStands() {
        Map<String, String> codes = new HashMap<>();
        for (int length = 0; length <= 40; length++) {
            codes.put("x".repeat(length), "V" + length);
        }
        CodeIndex index = CodeIndex.of(codes);
        for (int length = 0; length <= 40; length++) {
            String key = "x".repeat(length);
            byte[] alone = key.getBytes(StandardCharsets.UTF_8);
            byte[] amidst = ("xxxx" + key + "xxxxxxxxxxxx").getBytes(StandardCharsets.UTF_8);
            assertThat(index.find(alone, 0, length).text()).isEqualTo("V" + length);
            assertThat(index.find(amidst, 4, 4 + length).text()).isEqualTo("V" + length);
            for (int at = 0; at < length; at++) {
                byte[] other = alone.clone();
                other[at] = 'y';
                assertThat(index.find(other, 0, length)).isNull();
            }
        }
    }

    @Test
    void manyCodesAreFoundAtOnceAsEachByItself() {
        Map<String, String> codes = new HashMap<>();
        for (int i = 0; i < 1_000; i++) {
            codes.put("K" + i, "V".repeat(i % 7) + "值".repeat(i % 3));
        }
        CodeIndex index = CodeIndex.of(codes);
        List<Value> keys = new ArrayList<>(List.of(
                Value.NULL, Value.Bool.TRUE, new Value.Num("1"), new Value.Obj(), new Value.Arr(List.of()), text("")));
        for (int i = 0; i < 2_000; i++) {
            keys.add(text("K" + i));
        }
        Value[] found = index.find(keys);
        assertThat(found).hasSameSizeAs(keys);
        for (int i = 0; i < found.length; i++) {
            String key = Value.scalarText(keys.get(i));
            assertThat(Value.scalarText(found[i])).isEqualTo(key == null ? null : codes.get(key));
        }
        assertThat(index.find(List.of())).isEmpty();
    }

    /** A rule trims before it looks up: such a text is not yet the code. */
    @Test
    void amongManyATextWithBlanksAroundItIsNotLookedFor() {
        CodeIndex index = CodeIndex.of(Map.of("A", "1", " A", "2", "A\u3000", "3"));
        assertThat(index.find(List.of(text(" A"), text("A\u3000"), text("A"))))
                .extracting(Value::scalarText)
                .containsExactly(null, null, "1");
    }

    @Test
    void rowsOfTooManyShapesMakeNoIndex() {
        Map<String, String> codes = new HashMap<>();
        int shapes = 1;
        for (int key = 6; shapes < 65_536; key++) {
            for (int wide = 0; wide < 40 && shapes < 65_536; wide++) {
                for (int plain = 0; plain < 40 && shapes < 65_536; plain++) {
                    String code = String.format("%05d", shapes++) + "k".repeat(key);
                    codes.put(code, "é".repeat(wide) + "e".repeat(plain));
                }
            }
        }
        CodeIndex index = CodeIndex.of(codes);
        codes.forEach((code, value) -> assertThat(found(index, code)).isEqualTo(value));
        codes.put("one", "more");
        assertThat(CodeIndex.of(codes)).isNull();
    }

    private static Value text(String text) {
        return Value.Text.known(text);
    }

    @Test
    void halfACharacterHasNoBytesToBeFoundBy() {
        assertThat(CodeIndex.of(Map.of("\uD800", "x"))).isNull();
        assertThat(CodeIndex.of(Map.of("x", "\uD800"))).isNull();
    }

    @Test
    void aTextOfTooManyBytesMakesNoIndex() {
        String longest = "长".repeat(10_922);
        CodeIndex index = CodeIndex.of(Map.of(longest, "x", "y", longest));
        assertThat(found(index, longest)).isEqualTo("x");
        assertThat(found(index, "y")).isEqualTo(longest);
        assertThat(CodeIndex.of(Map.of(longest + "长", "x"))).isNull();
        assertThat(CodeIndex.of(Map.of("x", longest + "长"))).isNull();
    }

    /** All rows are as long as the longest, and a few are free. */
    @Test
    void rowsOfTooManyBytesMakeNoIndex() {
        Map<String, String> codes = new HashMap<>();
        codes.put("longest", "x".repeat(32_767));
        for (int i = 1; i < 490; i++) {
            codes.put("K" + i, "x");
        }
        assertThat(CodeIndex.of(codes)).isNotNull();
        for (int i = 490; i < 500; i++) {
            codes.put("K" + i, "x");
        }
        assertThat(CodeIndex.of(codes)).isNull();
    }

    @Test
    void aTableWithoutIndexFindsItsRowsAllTheSame() {
        String longer = "长".repeat(10_923);
        Table.Row row = new Table.Row("K", longer, null, null, false, new Place("t.csv", 2, 1));
        Table table = new Table("t", "t.csv#a->b", 1, Table.Match.EXACT, List.of(row));
        assertThat(table.quick(Value.Text.known("K"))).isNull();
        assertThat(table.find("K", null)).isEqualTo(row);
    }

    @Test
    void aListOfValuesWithoutIndexIsCheckedAllTheSame() {
        FieldRule.Check check = Checks.oneOf(List.of("\uD800", "x"));
        check.verify(Value.Text.known("x"), null);
        check.verify(new Value.Text("\uD800"), null);
        assertThatThrownBy(() -> check.verify(Value.Text.known("y"), null))
                .isInstanceOf(FieldFault.class)
                .hasMessageContaining("is none of");
    }

    @Test
    void aTableWithoutRowsHasNoCode() {
        assertThat(found(CodeIndex.of(Map.of()), "A")).isNull();
    }

    @Test
    void whatIsWrittenNeedsItsEscapes() {
        CodeIndex index = CodeIndex.of(Map.of("a", "say \"so\"\n", "b", "线上"));
        byte[] key = {'a', 'b'};
        assertThat(new String(JsonTarget.bytes(index.find(key, 0, 1)), StandardCharsets.UTF_8))
                .isEqualTo("\"say \\\"so\\\"\\n\"");
        assertThat(new String(JsonTarget.bytes(index.find(key, 1, 2)), StandardCharsets.UTF_8))
                .isEqualTo("\"线上\"");
    }
}
