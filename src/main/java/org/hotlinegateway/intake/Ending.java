package org.hotlinegateway.intake;

/**
 * The last part of an address and its ending: {@code requests.json} asks for the answer as JSON.
 *
 * @param ending without the dot, or empty
 */
record Ending(String name, String ending) {
    static Ending of(String part) {
        int dot = part.lastIndexOf('.');
        return dot < 0 ? new Ending(part, "") : new Ending(part.substring(0, dot), part.substring(dot + 1));
    }
}
