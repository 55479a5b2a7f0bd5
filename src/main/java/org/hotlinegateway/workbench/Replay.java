package org.hotlinegateway.workbench;

import org.hotlinegateway.ledger.Conversion;
import org.hotlinegateway.mapping.MappingContext;

/** The context of a recorded conversion, for doing it again; what the peer's signer would fill says so. */
final class Replay {
    private Replay() {}

    static MappingContext context(Conversion conversion) {
        return new MappingContext(
                conversion.at(), conversion.values(), (scheme, siblings, charset) -> "signed by " + scheme);
    }
}
