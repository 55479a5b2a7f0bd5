package org.hotlinegateway.flow;

import java.time.Clock;
import java.util.Map;
import org.apache.camel.Endpoint;
import org.apache.camel.support.CamelContextHelper;
import org.apache.camel.support.DefaultComponent;
import org.hotlinegateway.mapping.MappingSets;
import org.jspecify.annotations.Nullable;

/**
 * The Camel component {@code mapping:<name>}: converts the body by a mapping file of the live {@link MappingSets},
 * which it takes from the Camel registry unless it is given one.
 */
public class MappingComponent extends DefaultComponent {
    private @Nullable MappingSets sets;
    private @Nullable Clock clock;

    @Override
    protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters) {
        return new MappingEndpoint(uri, this, remaining);
    }

    @Override
    protected void doInit() throws Exception {
        super.doInit();
        if (sets == null) {
            sets = CamelContextHelper.mandatoryFindSingleByType(getCamelContext(), MappingSets.class);
        }
        if (clock == null) {
            clock = CamelContextHelper.findSingleByType(getCamelContext(), Clock.class);
        }
    }

    MappingSets sets() {
        if (sets == null) {
            throw new IllegalStateException("component mapping: no MappingSets. Bind one in the Camel registry.");
        }
        return sets;
    }

    Clock clock() {
        return clock == null ? Clock.systemDefaultZone() : clock;
    }

    /** The mapping sets to use instead of the registry's. */
    public void setSets(MappingSets sets) {
        this.sets = sets;
    }

    /** The clock behind {@code $now} instead of the registry's. */
    public void setClock(Clock clock) {
        this.clock = clock;
    }
}
