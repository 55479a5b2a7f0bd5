package org.hotlinegateway.flow;

import java.io.IOException;
import org.apache.hc.client5.http.classic.HttpClient;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.io.HttpClientResponseHandler;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.hotlinegateway.peer.OutboundProfile;
import org.jspecify.annotations.Nullable;

/**
 * The HTTP line to one peer: a pool and time-outs of its own, and no retry behind our back, since a repeated POST could
 * make a second case. It is not {@link java.io.Closeable} for Camel's eyes: Camel closes what a stopped route used, and
 * the pool outlives a route.
 */
final class PeerHttp implements HttpClient {
    private static final int CONNECTIONS = 64;
    private static final TimeValue CHECK_AFTER_IDLE = TimeValue.ofSeconds(1);
    private static final Timeout WAIT_FOR_LINE = Timeout.ofSeconds(10);

    private final CloseableHttpClient client;

    private PeerHttp(CloseableHttpClient client) {
        this.client = client;
    }

    static PeerHttp to(OutboundProfile peer) {
        return new PeerHttp(HttpClients.custom()
                .setConnectionManager(pool(peer))
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setConnectionRequestTimeout(WAIT_FOR_LINE)
                        .setResponseTimeout(Timeout.of(peer.responseTimeout()))
                        .setRedirectsEnabled(false)
                        .build())
                .setUserAgent("hotline-gateway")
                .disableAutomaticRetries()
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableAuthCaching()
                .build());
    }

    private static PoolingHttpClientConnectionManager pool(OutboundProfile peer) {
        return PoolingHttpClientConnectionManagerBuilder.create()
                .setMaxConnPerRoute(CONNECTIONS)
                .setMaxConnTotal(CONNECTIONS)
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(Timeout.of(peer.connectTimeout()))
                        .setSocketTimeout(Timeout.of(peer.responseTimeout()))
                        .setValidateAfterInactivity(CHECK_AFTER_IDLE)
                        .build())
                .build();
    }

    void shutDown() throws IOException {
        client.close();
    }

    @Override
    public HttpResponse execute(ClassicHttpRequest request) throws IOException {
        return client.execute(request);
    }

    @Override
    public HttpResponse execute(ClassicHttpRequest request, HttpContext context) throws IOException {
        return client.execute(request, context);
    }

    @Override
    public ClassicHttpResponse execute(HttpHost target, ClassicHttpRequest request) throws IOException {
        return client.execute(target, request);
    }

    @Override
    public HttpResponse execute(HttpHost target, ClassicHttpRequest request, HttpContext context) throws IOException {
        return client.execute(target, request, context);
    }

    @Override
    public <T> T execute(ClassicHttpRequest request, HttpClientResponseHandler<? extends T> handler)
            throws IOException {
        return client.execute(request, handler);
    }

    @Override
    public <T> T execute(
            ClassicHttpRequest request, HttpContext context, HttpClientResponseHandler<? extends T> handler)
            throws IOException {
        return client.execute(request, context, handler);
    }

    @Override
    public <T> T execute(HttpHost target, ClassicHttpRequest request, HttpClientResponseHandler<? extends T> handler)
            throws IOException {
        return client.execute(target, request, handler);
    }

    @Override
    public <T> T execute(
            @Nullable HttpHost target,
            ClassicHttpRequest request,
            @Nullable HttpContext context,
            HttpClientResponseHandler<? extends T> handler)
            throws IOException {
        return client.execute(target, request, context, handler);
    }
}
