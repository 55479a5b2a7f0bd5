package org.hotlinegateway.peer;

/** Names of the headers that carry a request's signature. */
public final class SignHeaders {
    public static final String APP_ID = "X-App-Id";
    public static final String TIMESTAMP = "X-Timestamp";
    public static final String NONCE = "X-Nonce";
    public static final String ALGORITHM = "X-Sign-Alg";
    public static final String SIGNATURE = "X-Sign";

    private SignHeaders() {}
}
