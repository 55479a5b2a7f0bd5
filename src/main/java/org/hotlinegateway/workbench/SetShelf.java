package org.hotlinegateway.workbench;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.hotlinegateway.mapping.MappingSet;

/** Opens kept mapping sets by their digests; the last few stay compiled. */
public final class SetShelf {
    private static final int KEPT_OPEN = 8;

    private final Function<String, Optional<MappingSet>> kept;
    private final Map<String, Optional<MappingSet>> open = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Optional<MappingSet>> eldest) {
            return size() > KEPT_OPEN;
        }
    };

    /** @param kept finds and compiles a set; empty when none of that digest is kept */
    public SetShelf(Function<String, Optional<MappingSet>> kept) {
        this.kept = kept;
    }

    /** The set with this digest, if it is kept. */
    public synchronized Optional<MappingSet> open(String digest) {
        Optional<MappingSet> found = open.get(digest);
        if (found == null) {
            found = kept.apply(digest);
            if (found.isPresent()) {
                open.put(digest, found);
            }
        }
        return found;
    }
}
