package org.hotlinegateway.attachment;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.util.Timeout;
import org.hotlinegateway.peer.FileProfile;
import org.jspecify.annotations.Nullable;

/**
 * Fetches a file from the address its message named: from the peer's own hosts only, wherever it is redirected to, and
 * within its limits.
 */
final class FileFetch {
    private static final int REDIRECTS = 3;

    private final FileStore store;

    FileFetch(FileStore store) {
        this.store = store;
    }

    /**
     * Fetches.
     *
     * @throws NotTaken when the host does not give the file, or gives too much
     * @throws IOException when the store is in trouble
     */
    Received fetch(FileProfile peer, Description said, String name) throws IOException, NotTaken {
        URI address = allowed(peer, uri(String.valueOf(said.from())));
        try (CloseableHttpClient client = client(peer)) {
            for (int hop = 0; hop <= REDIRECTS; hop++) {
                Hop got = hop(client, peer, address, name);
                if (got.received() != null) {
                    return got.received();
                }
                address = allowed(peer, address.resolve(uri(String.valueOf(got.location()))));
            }
            throw new NotTaken(Finding.REFUSED_BY_HOST);
        } catch (HostFailed e) {
            throw new NotTaken(e.finding());
        }
    }

    /** Either what was received, or where it is said to be. */
    private record Hop(
            @Nullable Received received, @Nullable String location) {}

    private Hop hop(CloseableHttpClient client, FileProfile peer, URI address, String name)
            throws IOException, NotTaken {
        HttpGet request = new HttpGet(address);
        request.setHeader("Accept-Encoding", "identity");
        ClassicHttpResponse answer;
        try {
            answer = client.executeOpen(null, request, null);
        } catch (IOException e) {
            throw new NotTaken(Finding.NO_ANSWER);
        }
        try (answer) {
            try {
                return met(answer, peer, name);
            } finally {
                // Closing an answer reads it to its end, and there may be none.
                request.cancel();
            }
        }
    }

    private Hop met(ClassicHttpResponse answer, FileProfile peer, String name) throws IOException, NotTaken {
        int status = answer.getCode();
        Header location = answer.getFirstHeader("Location");
        if (status >= 300 && status < 400 && location != null) {
            return new Hop(null, location.getValue());
        }
        if (status >= 500) {
            throw new NotTaken(Finding.NO_ANSWER);
        }
        HttpEntity entity = answer.getEntity();
        if (status != 200 || entity == null) {
            throw new NotTaken(Finding.REFUSED_BY_HOST);
        }
        long limit = peer.maxSize().toBytes();
        if (entity.getContentLength() > limit) {
            throw new NotTaken(Finding.TOO_LARGE);
        }
        HostStream content = new HostStream(entity.getContent(), peer.fetchTime());
        return new Hop(store.receive(content, limit, name), null);
    }

    private static URI uri(String text) throws NotTaken {
        try {
            return URI.create(text.strip());
        } catch (IllegalArgumentException e) {
            throw new NotTaken(Finding.HOST_NOT_ALLOWED);
        }
    }

    /** The address, if it is of a kind and a host that the peer's profile lists. */
    private static URI allowed(FileProfile peer, URI address) throws NotTaken {
        String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
        boolean web = scheme.equals("http") || scheme.equals("https");
        if (!web || address.getHost() == null || address.getRawUserInfo() != null) {
            throw new NotTaken(Finding.HOST_NOT_ALLOWED);
        }
        int usual = scheme.equals("https") ? 443 : 80;
        int port = address.getPort() < 0 ? usual : address.getPort();
        String host = address.getHost().toLowerCase(Locale.ROOT);
        boolean listed = peer.hosts().stream()
                .map(entry -> entry.toLowerCase(Locale.ROOT))
                .anyMatch(entry -> entry.equals(host + ":" + port) || port == usual && entry.equals(host));
        if (!listed) {
            throw new NotTaken(Finding.HOST_NOT_ALLOWED);
        }
        return address;
    }

    private static CloseableHttpClient client(FileProfile peer) {
        Timeout silence = Timeout.of(peer.silence());
        ConnectionConfig connection = ConnectionConfig.custom()
                .setConnectTimeout(Timeout.of(peer.connectTimeout()))
                .setSocketTimeout(silence)
                .build();
        return HttpClients.custom()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setDefaultConnectionConfig(connection)
                        .build())
                .setDefaultRequestConfig(
                        RequestConfig.custom().setResponseTimeout(silence).build())
                .setUserAgent("hotline-gateway")
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableContentCompression()
                .disableCookieManagement()
                .disableAuthCaching()
                .build();
    }

    /** The host's stream broke off, or took too long: not the store's fault. */
    static final class HostFailed extends IOException {
        private static final long serialVersionUID = 1L;

        private final Finding finding;

        HostFailed(Finding finding) {
            super(finding.text());
            this.finding = finding;
        }

        static HostFailed because(IOException e) {
            return new HostFailed(e instanceof SocketTimeoutException ? Finding.NO_ANSWER : Finding.INCOMPLETE);
        }

        Finding finding() {
            return finding;
        }
    }

    /** How long a fetch may keep its claim. */
    static Duration lease(FileProfile peer) {
        return peer.fetchTime().plus(peer.connectTimeout()).plus(peer.silence()).plusMinutes(1);
    }
}
