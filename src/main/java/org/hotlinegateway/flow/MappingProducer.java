package org.hotlinegateway.flow;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.InvalidPayloadException;
import org.apache.camel.Message;
import org.apache.camel.support.DefaultProducer;
import org.hotlinegateway.ledger.Conversion;
import org.hotlinegateway.mapping.FieldSigner;
import org.hotlinegateway.mapping.Mapped;
import org.hotlinegateway.mapping.MappingContext;
import org.hotlinegateway.mapping.MappingSet;
import org.hotlinegateway.mapping.MappingSets;
import org.jspecify.annotations.Nullable;

/**
 * Converts a body. Exchange properties with a plain name and a text, number or boolean are the mapping's context values
 * ({@code eventType} is {@code $eventType}); {@code $httpStatus} is the status of the HTTP answer, if there is one.
 */
final class MappingProducer extends DefaultProducer {
    /** Exchange property: digest of the mapping set that was used last. */
    static final String DIGEST = "mappingDigest";

    /** Exchange property: every {@link Conversion} so far, with its source. */
    static final String CONVERSIONS = "mappingConversions";

    /** Exchange property: what the last mapping cut, substituted or left unmapped. */
    static final String NOTES = "mappingNotes";

    /** Exchange property: a {@link FieldSigner} for fields declared {@code sign:}. */
    static final String SIGNER = "mappingSigner";

    private static final int NAMES_SHOWN = 5;

    private final MappingSets sets;
    private final Clock clock;
    private final String mapping;

    MappingProducer(MappingEndpoint endpoint, MappingSets sets, Clock clock, String mapping) {
        super(endpoint);
        this.sets = sets;
        this.clock = clock;
        this.mapping = mapping;
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        if (!sets.current().names().contains(mapping)) {
            throw new IllegalArgumentException("mapping:" + mapping + ": no such mapping. Expected the name of a"
                    + " *.map.yaml file. Nearest: " + nearest());
        }
    }

    @Override
    public void process(Exchange exchange) throws InvalidPayloadException {
        Message message = exchange.getMessage();
        MappingSet set = sets.current();
        exchange.setProperty(DIGEST, set.digest());
        byte[] source = message.getMandatoryBody(byte[].class);
        MappingContext context = context(exchange);
        note(exchange, new Conversion(mapping, set.digest(), context.now(), context.values(), List.of(), source));
        Mapped mapped = set.mapping(mapping).apply(source, context);
        exchange.setProperty(NOTES, mapped.notes());
        message.setBody(mapped.bytes());
        message.setHeader(Exchange.CONTENT_TYPE, mapped.contentType());
    }

    /** Before it is tried, so that a failure can be looked into as well. */
    private static void note(Exchange exchange, Conversion conversion) {
        List<Conversion> all = new ArrayList<>(Carried.conversions(exchange));
        all.add(conversion);
        exchange.setProperty(CONVERSIONS, all);
    }

    private MappingContext context(Exchange exchange) {
        Map<String, String> values = new HashMap<>();
        exchange.getProperties().forEach((name, value) -> addPlain(values, name, value));
        addPlain(values, "httpStatus", exchange.getMessage().getHeader(Exchange.HTTP_RESPONSE_CODE));
        FieldSigner signer = exchange.getProperty(SIGNER, FieldSigner.class);
        return new MappingContext(
                clock.instant().truncatedTo(ChronoUnit.MILLIS), values, signer == null ? FieldSigner.NONE : signer);
    }

    private static void addPlain(Map<String, String> values, String name, @Nullable Object value) {
        boolean plain = value instanceof CharSequence || value instanceof Number || value instanceof Boolean;
        if (value != null && plain && isPlain(name)) {
            values.put(name, value.toString());
        }
    }

    /** A small letter, then letters and digits; Camel's own properties begin with a capital. */
    private static boolean isPlain(String name) {
        char first = name.charAt(0);
        if (first < 'a' || first > 'z') {
            return false;
        }
        for (int i = 1; i < name.length(); i++) {
            if (!Character.isLetterOrDigit(name.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private List<String> nearest() {
        String first = mapping.split("-", 2)[0];
        return sets.current().names().stream()
                .filter(name -> name.contains(first))
                .sorted()
                .limit(NAMES_SHOWN)
                .toList();
    }
}
