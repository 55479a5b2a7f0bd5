package org.hotlinegateway.intake;

import java.util.Locale;
import org.springframework.http.HttpStatus;

/** Why the door refuses; the code is stable, peers may act on it. */
enum ProblemCode {
    REQUEST_INVALID(HttpStatus.BAD_REQUEST, "请求无效"),
    MALFORMED(HttpStatus.BAD_REQUEST, "报文无法解析"),
    CREDENTIAL_MISSING(HttpStatus.UNAUTHORIZED, "缺少身份凭证"),
    SIGNATURE_INVALID(HttpStatus.UNAUTHORIZED, "签名无效"),
    TIMESTAMP_OUTSIDE_WINDOW(HttpStatus.UNAUTHORIZED, "时间戳超出允许范围"),
    NONCE_REPLAYED(HttpStatus.UNAUTHORIZED, "随机串已使用过"),
    TOKEN_INVALID(HttpStatus.UNAUTHORIZED, "令牌无效"),
    ADDRESS_UNKNOWN(HttpStatus.NOT_FOUND, "地址不存在"),
    CASE_NOT_FOUND(HttpStatus.NOT_FOUND, "案件不存在或无权查看"),
    RECEIPT_NOT_FOUND(HttpStatus.NOT_FOUND, "回执不存在或无权查看"),
    ATTACHMENT_NOT_FOUND(HttpStatus.NOT_FOUND, "附件不存在或无权查看"),
    ATTACHMENT_WAITING(HttpStatus.CONFLICT, "附件尚未就绪"),
    ATTACHMENT_GONE(HttpStatus.GONE, "附件未被接收"),
    FILE_REFUSED(HttpStatus.UNPROCESSABLE_CONTENT, "附件不合要求"),
    METHOD_NOT_ALLOWED(HttpStatus.METHOD_NOT_ALLOWED, "请求方法不支持"),
    BODY_TOO_LARGE(HttpStatus.CONTENT_TOO_LARGE, "报文过大"),
    MEDIA_TYPE_UNSUPPORTED(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "报文格式不支持"),
    FIELDS_INVALID(HttpStatus.UNPROCESSABLE_CONTENT, "字段有误"),
    IDEMPOTENCY_CONFLICT(HttpStatus.UNPROCESSABLE_CONTENT, "同一编号的内容不一致"),
    STORAGE_NEARLY_FULL(HttpStatus.SERVICE_UNAVAILABLE, "网关存储空间不足,暂停受理,请稍后重发"),
    TOO_MANY_REQUESTS(HttpStatus.TOO_MANY_REQUESTS, "来件过快,请稍后重发"),
    BACKLOG(HttpStatus.SERVICE_UNAVAILABLE, "网关积压较多,请稍后重发"),
    INTERNAL(HttpStatus.INTERNAL_SERVER_ERROR, "网关内部错误"),
    UNAVAILABLE(HttpStatus.SERVICE_UNAVAILABLE, "网关暂时无法受理,请稍后重发");

    private final HttpStatus status;
    private final String title;

    ProblemCode(HttpStatus status, String title) {
        this.status = status;
        this.title = title;
    }

    HttpStatus status() {
        return status;
    }

    String title() {
        return title;
    }

    /** Whether the same message may be sent again later: told in a peer's own envelope only when it says when. */
    boolean asksToComeBack() {
        return status == HttpStatus.SERVICE_UNAVAILABLE;
    }

    String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
