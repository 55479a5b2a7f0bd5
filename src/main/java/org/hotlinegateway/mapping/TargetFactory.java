package org.hotlinegateway.mapping;

/** Makes a fresh writer for each message. */
interface TargetFactory {
    Target create(Run run);

    String contentType();

    static TargetFactory of(Format format) {
        return new TargetFactory() {
            @Override
            public Target create(Run run) {
                return new JsonTarget(1024, format.isRootArray());
            }

            @Override
            public String contentType() {
                return "application/json";
            }
        };
    }
}
