package org.hotlinegateway.intake;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.hotlinegateway.ledger.Conversion;
import org.hotlinegateway.mapping.FieldError;
import org.hotlinegateway.mapping.FieldError.Code;
import org.hotlinegateway.mapping.FieldSigner;
import org.hotlinegateway.mapping.MappingContext;
import org.hotlinegateway.mapping.MappingFailure;
import org.hotlinegateway.mapping.MappingSet;
import org.hotlinegateway.mapping.MappingSets;
import org.hotlinegateway.mapping.TableMiss;
import org.hotlinegateway.peer.InboundMessage;
import org.hotlinegateway.peer.PeerProfile;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Maps a message once for its verdict. What the sender did wrong is refused with every field at once; what the gateway
 * cannot do yet (a code in no table, a fault of its own) is accepted and parked.
 */
@Component
final class Screening {
    private static final Logger LOG = LoggerFactory.getLogger(Screening.class);

    private final MappingSets mappings;
    private final Clock clock;

    Screening(MappingSets mappings, Clock clock) {
        this.mappings = mappings;
        this.clock = clock;
    }

    Screened screen(PeerProfile peer, InboundMessage kind, byte[] raw) {
        MappingSet set = mappings.current();
        Map<String, String> values = kind.numbered() ? Map.of() : Map.of("messageId", Hashes.sha256(peer.code(), raw));
        Conversion conversion = new Conversion(kind.mapping(), set.digest(), clock.instant(), values, List.of(), null);
        return screen(peer, kind, raw, set, conversion).by(conversion);
    }

    private Screened screen(PeerProfile peer, InboundMessage kind, byte[] raw, MappingSet set, Conversion by) {
        MappingContext context = new MappingContext(by.at(), by.values(), FieldSigner.NONE);
        try {
            byte[] event = set.mapping(kind.mapping()).apply(raw, context).bytes();
            return screened(peer, event, raw, null, null);
        } catch (MappingFailure failure) {
            return judged(peer, failure, raw);
        } catch (RuntimeException e) {
            LOG.error(
                    "{}: mapping {} failed: {}",
                    peer.code(),
                    kind.mapping(),
                    e.getClass().getName());
            return screened(peer, new byte[0], raw, Code.INTERNAL + " " + kind.mapping(), null);
        }
    }

    private static Screened judged(PeerProfile peer, MappingFailure failure, byte[] raw) {
        if (!failure.isOurs()) {
            throw refusal(failure);
        }
        List<TableMiss> misses = failure.tableMisses();
        if (!misses.isEmpty()) {
            return screened(peer, failure.partial(), raw, misses.get(0).reason(), TableMiss.waitingOn(misses));
        }
        FieldError first = failure.errors().get(0);
        return screened(peer, failure.partial(), raw, first.code() + " " + first.target(), null);
    }

    private static Refusal refusal(MappingFailure failure) {
        List<FieldProblem> errors =
                failure.errors().stream().map(FieldProblem::of).toList();
        boolean unreadable = failure.errors().stream().anyMatch(e -> e.code() == Code.MALFORMED);
        return unreadable
                ? new Refusal(ProblemCode.MALFORMED, "The message cannot be read as declared.", errors)
                : new Refusal(ProblemCode.FIELDS_INVALID, errors.size() + " field(s) at fault.", errors);
    }

    private static Screened screened(
            PeerProfile peer, byte[] event, byte[] raw, @Nullable String parkReason, @Nullable String waitingOn) {
        EventHead head = EventHead.of(event);
        String source = head.source() == null ? peer.code() : head.source();
        String key = head.id() == null ? Hashes.sha256(source, raw) : head.id();
        String lane = head.lane() == null ? key : head.lane();
        return new Screened(key, head.id(), lane, head.hall(), parkReason, waitingOn, List.of());
    }
}
