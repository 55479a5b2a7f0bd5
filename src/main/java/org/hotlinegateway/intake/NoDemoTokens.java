package org.hotlinegateway.intake;

import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Keeps the demo's plain tokens out of production. */
@Component
@Profile("prod")
final class NoDemoTokens {
    NoDemoTokens(DoorProperties properties) {
        if (properties.demoTokens()) {
            throw new IllegalStateException(
                    "gateway.demo-tokens: is true. Profile prod refuses to start with it; remove it.");
        }
    }
}
