package org.hotlinegateway.mapping;

import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Finds the file an engineer most likely meant: of the same folder and kind, with a name that is near. */
final class NearFile {
    private final String folder;
    private final String name;
    private final String ending;

    private NearFile(String file) {
        this.folder = file.substring(0, file.lastIndexOf('/') + 1);
        String last = file.substring(folder.length());
        int dot = last.indexOf('.');
        this.name = dot < 0 ? last : last.substring(0, dot);
        this.ending = last.substring(name.length());
    }

    /** {@code " Did you mean 'tables/units.csv'?"}, or nothing when no name is near. */
    static String hint(String wrong, Collection<String> files) {
        NearFile meant = new NearFile(wrong);
        Map<String, String> kind = files.stream()
                .filter(meant::isOfItsKind)
                .collect(Collectors.toMap(file -> new NearFile(file).name, Function.identity()));
        String near = Near.nearest(meant.name, kind.keySet());
        return near == null ? "" : " Did you mean '" + kind.get(near) + "'?";
    }

    private boolean isOfItsKind(String file) {
        NearFile other = new NearFile(file);
        return other.folder.equals(folder) && other.ending.equals(ending);
    }
}
