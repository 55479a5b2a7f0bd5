package org.hotlinegateway.attachment;

import java.util.Optional;
import org.hotlinegateway.peer.FileProfile;

/** Holds what a file is against what was said of it and what its peer may send. */
final class Checks {
    private final FileTypes types;

    Checks(FileTypes types) {
        this.types = types;
    }

    /** The first thing that is wrong; empty when nothing is. */
    Optional<Finding> of(Facts facts, Description said, FileProfile allowed) {
        if (facts.size() == 0) {
            return Optional.of(Finding.EMPTY);
        }
        if (facts.size() > allowed.maxSize().toBytes()) {
            return Optional.of(Finding.TOO_LARGE);
        }
        return type(facts, said, allowed).or(() -> content(facts, said));
    }

    private Optional<Finding> type(Facts facts, Description said, FileProfile allowed) {
        String found = facts.mediaType();
        if (!allowed.types().contains(found)) {
            return Optional.of(FileTypes.isPage(found) ? Finding.PAGE_INSTEAD_OF_FILE : Finding.TYPE_NOT_ALLOWED);
        }
        String declared = said.mediaType();
        return declared == null || types.agree(declared, found) ? Optional.empty() : Optional.of(Finding.TYPE_MISMATCH);
    }

    private static Optional<Finding> content(Facts facts, Description said) {
        if (said.size() != null && said.size() > 0 && said.size() != facts.size()) {
            return Optional.of(Finding.SIZE_MISMATCH);
        }
        String hash = said.lowerHash();
        String real = said.usesSm3() ? facts.sm3() : facts.sha256();
        return hash == null || hash.equals(real) ? Optional.empty() : Optional.of(Finding.HASH_MISMATCH);
    }
}
