package org.hotlinegateway.flow;

import org.apache.camel.Consumer;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.support.DefaultEndpoint;

/** One mapping by name; only to send to. */
final class MappingEndpoint extends DefaultEndpoint {
    private final MappingComponent component;
    private final String mapping;

    MappingEndpoint(String uri, MappingComponent component, String mapping) {
        super(uri, component);
        this.component = component;
        this.mapping = mapping;
    }

    String mapping() {
        return mapping;
    }

    @Override
    public Producer createProducer() {
        return new MappingProducer(this, component.sets(), component.clock(), mapping);
    }

    @Override
    public Consumer createConsumer(Processor processor) {
        throw new UnsupportedOperationException("mapping:" + mapping + " converts messages and sends none");
    }

    @Override
    public boolean isSingletonProducer() {
        return true;
    }
}
