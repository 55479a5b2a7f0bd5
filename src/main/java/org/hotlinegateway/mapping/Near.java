package org.hotlinegateway.mapping;

import java.util.Collection;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Finds the name an engineer most likely meant. */
public final class Near {
    private Near() {}

    /** {@code " Did you mean 'x'?"}, or nothing when no name is near. */
    public static String hint(String wrong, Collection<String> names) {
        String near = nearest(wrong, names);
        return near == null ? "" : " Did you mean '" + near + "'?";
    }

    public static @Nullable String nearest(String wrong, Collection<String> names) {
        String best = null;
        int limit = Math.max(1, wrong.length() / 3) + 1;
        for (String name : names) {
            int distance = distance(wrong.toLowerCase(Locale.ROOT), name.toLowerCase(Locale.ROOT));
            if (distance < limit) {
                limit = distance;
                best = name;
            }
        }
        return best;
    }

    /** Edits to get from one to the other; two neighbours swapped count as one edit. */
    private static int distance(String a, String b) {
        int[][] cost = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                cost[i][j] = i == 0 || j == 0 ? i + j : cheapest(cost, a, b, i, j);
            }
        }
        return cost[a.length()][b.length()];
    }

    private static int cheapest(int[][] cost, String a, String b, int i, int j) {
        int substitute = cost[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        int best = Math.min(substitute, Math.min(cost[i - 1][j], cost[i][j - 1]) + 1);
        boolean swapped = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        return swapped ? Math.min(best, cost[i - 2][j - 2] + 1) : best;
    }
}
