package org.hotlinegateway.mapping;

import java.util.List;

/**
 * What the tests of one mapping file reach and what they miss.
 *
 * @param mapping name of the mapping
 * @param file path of the mapping file below the mappings folder
 */
public record Coverage(String mapping, String file, List<CoveragePoint> reached, List<CoveragePoint> missed) {
    /** How many things of a kind some test reaches. */
    public int reached(CoveragePoint.Kind kind) {
        return count(reached, kind);
    }

    /** How many things of a kind there are. */
    public int all(CoveragePoint.Kind kind) {
        return count(reached, kind) + count(missed, kind);
    }

    /** Rules and branches reached, in percent; 100 when there is nothing to reach. */
    public int percent() {
        int all = all(CoveragePoint.Kind.RULE) + all(CoveragePoint.Kind.BRANCH);
        return percent(reached(CoveragePoint.Kind.RULE) + reached(CoveragePoint.Kind.BRANCH), all);
    }

    /** Table rows looked up, in percent; 100 when the file has no table. */
    public int rowPercent() {
        return percent(reached(CoveragePoint.Kind.ROW), all(CoveragePoint.Kind.ROW));
    }

    private static int percent(int part, int whole) {
        return whole == 0 ? 100 : part * 100 / whole;
    }

    private static int count(List<CoveragePoint> points, CoveragePoint.Kind kind) {
        return (int) points.stream().filter(point -> point.kind() == kind).count();
    }
}
