package org.hotlinegateway.bench;

/** One way to convert the message, bytes in and bytes out. */
@FunctionalInterface
interface Contender {
    byte[] convert(byte[] source) throws Exception;
}
