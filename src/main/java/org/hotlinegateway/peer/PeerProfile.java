package org.hotlinegateway.peer;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Everything the gateway knows of one peer: who it is, how it proves itself, what it may send and how it is sent to.
 * A further peer is a block of configuration, mapping files and two routes.
 *
 * @param code the peer's code, the last part of the property's name; never written in the block itself
 * @param name the peer's Chinese name, as staff know it
 * @param url base address of the peer, without a path, for example {@code https://12345.example.cn}
 * @param appId the peer's own app id towards the gateway, or blank when it has none
 * @param secret the secret or static token shared with the peer; valid always; from the environment or a file
 * @param secrets further secrets with an id and a validity, so that keys can overlap while they are changed
 * @param gatewayAppId the gateway's app id towards the peer
 * @param inbound what the peer may send and how it proves who it is
 * @param outbound how the gateway sends to the peer
 * @param files files the peer exchanges with the gateway, or absent: none
 * @param reconcile how the peer is asked what it has from the gateway, or absent when it can not be asked
 */
public record PeerProfile(
        @DefaultValue("") String code,

        @NotBlank(message = "write the peer's Chinese name, for example 12345 热线")
        String name,

        @Nullable URI url,
        @Nullable String appId,
        @Nullable String secret,
        @DefaultValue List<@Valid PeerSecret> secrets,
        @DefaultValue("zs-bbcs-gw") String gatewayAppId,

        @Valid @NotNull(message = "write the block inbound: auth and messages")
        InboundProfile inbound,

        @Valid @NotNull(message = "write the block outbound: auth and answer")
        OutboundProfile outbound,

        @Valid @Nullable FileProfile files,

        @Valid @Nullable ReconcileProfile reconcile) {

    private static final String SHORT_FORM_ID = "1";

    PeerProfile named(String peerCode) {
        return new PeerProfile(
                peerCode, name, url, appId, secret, secrets, gatewayAppId, inbound, outbound, files, reconcile);
    }

    /** All app ids under which the peer may call. */
    public Set<String> appIds() {
        Set<String> ids = new LinkedHashSet<>();
        addPresent(ids, appId);
        secrets.forEach(s -> addPresent(ids, s.appId()));
        return ids;
    }

    /** The secrets valid at a moment for one of the peer's app ids, the newest first. */
    public List<PeerSecret> secretsAt(Instant now, String callingAppId) {
        return allSecrets().stream()
                .filter(s -> s.isValidAt(now))
                .filter(s -> isBlank(s.appId()) || callingAppId.equals(s.appId()))
                .toList();
    }

    /** The secret with which the gateway signs towards the peer; an error that names the property when there is none. */
    public PeerSecret signingSecret(Instant now) {
        return allSecrets().stream()
                .filter(s -> s.isValidAt(now) && isBlank(s.appId()))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalStateException(
                                "gateway.peers." + code
                                        + ".secret: no secret is valid now. Write secret, or an entry of secrets that is valid today."));
    }

    boolean hasSecret() {
        return !allSecrets().isEmpty();
    }

    private List<PeerSecret> allSecrets() {
        List<PeerSecret> all = new ArrayList<>(secrets);
        all.sort(PeerSecret.NEWEST_FIRST);
        if (secret != null && !secret.isBlank()) {
            all.add(new PeerSecret(SHORT_FORM_ID, secret, null, null, null));
        }
        return all;
    }

    private static void addPresent(Set<String> ids, @Nullable String id) {
        if (id != null && !id.isBlank()) {
            ids.add(id);
        }
    }

    private static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }

    /** Never prints a secret. */
    @Override
    public String toString() {
        return "PeerProfile[" + code + ", " + name + ", " + url + "]";
    }
}
