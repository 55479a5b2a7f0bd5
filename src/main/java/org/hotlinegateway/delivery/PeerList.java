package org.hotlinegateway.delivery;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hotlinegateway.ledger.PeerEntry;
import org.hotlinegateway.ledger.ReconcileRun;
import org.hotlinegateway.mapping.Mapped;
import org.hotlinegateway.mapping.MappingContext;
import org.hotlinegateway.mapping.MappingFailure;
import org.hotlinegateway.mapping.MappingSet;
import org.hotlinegateway.mapping.MappingSets;
import org.hotlinegateway.peer.OutboundSigner;
import org.hotlinegateway.peer.PeerProfile;
import org.hotlinegateway.peer.ReconcileProfile;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks a peer for a page of its list of what it has from us, in the peer's own dialect. */
public final class PeerList {
    private static final JsonMapper JSON = new JsonMapper();
    private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");

    private final MappingSets sets;
    private final OutboundSigner signer;
    private final PeerLine line;
    private final Clock clock;

    public PeerList(MappingSets sets, OutboundSigner signer, PeerLine line, Clock clock) {
        this.sets = sets;
        this.signer = signer;
        this.line = line;
        this.clock = clock;
    }

    /**
     * A page of the list.
     *
     * @param cursor where the list goes on, or null
     */
    record Page(List<PeerEntry> entries, @Nullable String cursor) {}

    /** Says why no page could be read; fit for staff. */
    static final class NoPage extends Exception {
        private static final long serialVersionUID = 1L;

        NoPage(String why) {
            super(why);
        }

        String why() {
            return String.valueOf(getMessage());
        }
    }

    Page read(PeerProfile peer, ReconcileProfile how, ReconcileRun run, List<String> confirmed) throws NoPage {
        MappingSet set = sets.current();
        try {
            Mapped question = set.mapping(how.ask()).apply(question(how, run, confirmed), context(peer, run, 0));
            Map<String, String> headers =
                    new LinkedHashMap<>(signer.headers(peer, "POST", how.path(), question.bytes()));
            headers.put("Content-Type", question.contentType());
            PeerLine.Reply reply = line.post(peer, how.path(), headers, question.bytes());
            return page(set.mapping(how.listing())
                    .apply(reply.body(), context(peer, run, reply.status()))
                    .bytes());
        } catch (MappingFailure e) {
            throw new NoPage("the list cannot be read: " + e.errors().get(0).code() + " "
                    + e.errors().get(0).target());
        } catch (IOException e) {
            throw new NoPage("no answer: " + e.getClass().getSimpleName());
        }
    }

    private MappingContext context(PeerProfile peer, ReconcileRun run, int status) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("messageId", "DZ-" + run.id() + "-" + run.pages());
        if (status > 0) {
            values.put("httpStatus", Integer.toString(status));
        }
        return new MappingContext(clock.instant(), values, signer.fieldsFor(peer));
    }

    private static byte[] question(ReconcileProfile how, ReconcileRun run, List<String> confirmed) {
        Map<String, Object> question = new LinkedHashMap<>();
        question.put("run", "DZ-" + run.id());
        question.put("since", beijing(run.askedSince().minus(how.overlap())));
        question.put("until", beijing(run.until().plus(how.overlap())));
        question.put("size", how.pageSize());
        if (run.cursor() != null) {
            question.put("cursor", run.cursor());
        }
        question.put("confirmed", confirmed);
        return JSON.writeValueAsBytes(question);
    }

    private static String beijing(Instant at) {
        return at.atZone(BEIJING).toOffsetDateTime().toString();
    }

    static Page page(byte[] listing) throws NoPage {
        JsonNode root = JSON.readTree(listing);
        if (!root.path("outcome").asString("").equals("LISTED")) {
            throw new NoPage("the peer refused the list: " + root.path("code").asString("") + " "
                    + root.path("text").asString(""));
        }
        List<PeerEntry> entries = new ArrayList<>();
        for (JsonNode entry : root.path("entries")) {
            entries.add(entry(entry, "entries[" + entries.size() + "]"));
        }
        return new Page(entries, text(root, "cursor"));
    }

    private static PeerEntry entry(JsonNode node, String place) throws NoPage {
        JsonNode event = node.path("event");
        return new PeerEntry(
                node.path("key").asString(),
                text(node, "number"),
                node.path("state").asString(),
                instant(text(node, "at"), place + ".at"),
                event.hasNonNull("type") && event.path("payload").isObject() ? event.toString() : null);
    }

    private static @Nullable Instant instant(@Nullable String at, String place) throws NoPage {
        try {
            return at == null ? null : OffsetDateTime.parse(at).toInstant();
        } catch (DateTimeParseException e) {
            throw new NoPage("the list cannot be read: " + place
                    + " is no time with an offset such as 2021-09-08T15:53:01+08:00");
        }
    }

    private static @Nullable String text(JsonNode node, String field) {
        JsonNode value = node.path(field);
        return value.isMissingNode() || value.isNull() ? null : value.asString();
    }
}
