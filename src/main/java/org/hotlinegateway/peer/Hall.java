package org.hotlinegateway.peer;

/**
 * A government-service hall.
 *
 * @param regionCode 12 digits
 * @param unitCode the unit that runs it
 */
public record Hall(String code, String name, String regionCode, String unitCode) {

    /** The nine-digit form of the region. */
    public String region9() {
        return regionCode.substring(0, 9);
    }
}
