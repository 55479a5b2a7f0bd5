package org.hotlinegateway.mapping;

/** Holds the live mapping set; a new set takes the place of the old one at once and whole. */
public final class MappingSets {
    private volatile MappingSet live;

    public MappingSets(MappingSet first) {
        this.live = first;
    }

    public MappingSet current() {
        return live;
    }

    /** Makes the set the live one. */
    public void replace(MappingSet next) {
        live = next;
    }
}
