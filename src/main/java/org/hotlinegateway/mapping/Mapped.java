package org.hotlinegateway.mapping;

import java.util.List;

/**
 * A converted message.
 *
 * @param bytes the target message in its own charset
 * @param contentType for example {@code application/json} or {@code text/xml; charset=GBK}
 * @param notes what was cut, substituted or left unmapped: paths and reasons, never values
 */
public record Mapped(byte[] bytes, String contentType, List<String> notes) {}
