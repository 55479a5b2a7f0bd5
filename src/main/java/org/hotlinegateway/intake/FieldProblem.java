package org.hotlinegateway.intake;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import org.hotlinegateway.mapping.FieldError;
import org.jspecify.annotations.Nullable;

/**
 * One field at fault, told to the sender. Never holds a value.
 *
 * @param path path in the canonical event
 * @param source path in the sender's own message, or null
 * @param code kind of fault
 * @param text what is wrong and what was expected, in English
 */
@JsonInclude(Include.NON_NULL)
record FieldProblem(String path, @Nullable String source, String code, String text) {
    static FieldProblem of(FieldError error) {
        return new FieldProblem(error.target(), error.source(), error.code().name(), error.message());
    }

    /** The path the sender knows. */
    String sendersPath() {
        return source == null || source.isBlank() ? path : source;
    }

    /** What is wrong, in the words of a Chinese peer. */
    String sentence() {
        return switch (FieldError.Code.valueOf(code)) {
            case MALFORMED -> "报文无法解析";
            case REQUIRED -> "缺少必填字段";
            case TYPE -> "类型不符或不是有效时间";
            case LENGTH -> "超过允许长度";
            case VALUE -> "取值不在允许范围";
            case TABLE_MISS -> "代码表中没有该代码";
            case UNENCODABLE -> "含对方字符集没有的字符";
            case INTERNAL -> "网关内部错误";
        };
    }
}
