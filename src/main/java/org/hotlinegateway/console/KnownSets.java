package org.hotlinegateway.console;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.hotlinegateway.ledger.Publication;
import org.hotlinegateway.ledger.Publications;
import org.hotlinegateway.mapping.Candidate;
import org.hotlinegateway.mapping.LiveMappings;
import org.hotlinegateway.mapping.WentLive;

/** Finds mapping sets by what staff call them: a digest or its beginning, {@code live}, {@code previous}, {@code candidate}. */
final class KnownSets {
    private static final int DIGEST_AT_LEAST = 8;
    private static final int LOOKED_THROUGH = 100_000;

    private final LiveMappings mappings;
    private final Publications publications;

    KnownSets(LiveMappings mappings, Publications publications) {
        this.mappings = mappings;
        this.publications = publications;
    }

    /** The digest of a set that was live; empty when there is none of that name, or more than one. */
    Optional<String> digest(String name) {
        if (name.equals("live")) {
            return Optional.of(mappings.live().digest());
        }
        if (name.equals("previous")) {
            return previous();
        }
        List<String> matching =
                digests().filter(digest -> isMeant(digest, name)).distinct().toList();
        return matching.size() == 1 ? Optional.of(matching.get(0)) : Optional.empty();
    }

    static boolean isMeant(String digest, String beginning) {
        return beginning.length() >= DIGEST_AT_LEAST && digest.startsWith(beginning);
    }

    /** The set that was live before this one. */
    Optional<String> previous() {
        return digests()
                .filter(digest -> !digest.equals(mappings.live().digest()))
                .findFirst();
    }

    /** The files of a set, also of the one that waits to be published. */
    Optional<Map<String, byte[]>> files(String name) {
        Optional<Candidate> waiting = mappings.candidate()
                .filter(one -> name.equals("candidate") || one.set().digest().equals(name));
        return waiting.map(one -> one.set().contents()).or(() -> digest(name).flatMap(mappings::files));
    }

    /** Newest first. */
    private Stream<String> digests() {
        List<WentLive> here = mappings.archive().history();
        Stream<String> published = publications.history(LOOKED_THROUGH).stream().map(Publication::digest);
        Stream<String> before = Stream.iterate(here.size() - 1, i -> i >= 0, i -> i - 1)
                .map(i -> here.get(i).digest());
        return Stream.concat(published, before);
    }
}
