package org.hotlinegateway.mapping;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The way back of one rule while it is found: what it puts, how good it is and what is lost. */
final class WayBack {
    private final List<String> why = new ArrayList<>();
    private final List<Path> paths = new ArrayList<>();
    private Reversal.Kind kind = Reversal.Kind.EXACT;
    private Put put = Put.NOTHING;

    static WayBack none(String reason) {
        WayBack way = new WayBack();
        way.none(List.of(reason));
        return way;
    }

    private void none(List<String> reasons) {
        kind = Reversal.Kind.NONE;
        put = Put.NOTHING;
        why.clear();
        why.addAll(reasons);
        paths.clear();
    }

    void isNone(String reason) {
        none(List.of(reason));
    }

    void partly(String reason) {
        if (!isNone() && !why.contains(reason)) {
            kind = Reversal.Kind.PARTIAL;
            why.add(reason);
        }
    }

    /** Takes over what is lost on an inner way. */
    void join(WayBack inner) {
        paths.addAll(inner.paths);
        inner.why.forEach(this::partly);
    }

    void to(Path path) {
        paths.add(path);
    }

    boolean isNone() {
        return kind == Reversal.Kind.NONE;
    }

    Put put() {
        return put;
    }

    void put(Put fresh) {
        this.put = fresh;
    }

    void undo(Undo undo) {
        put = Puts.undone(put, undo);
    }

    /** The only path the value goes back to; null when there are several or none. */
    @Nullable
    Path path() {
        return paths.size() == 1 ? paths.get(0) : null;
    }

    Reversal.Kind kind() {
        return kind;
    }

    Reversal line(String target, Scope scope, Place place) {
        List<String> sources = paths.stream().map(scope::absolute).distinct().toList();
        return new Reversal(target, sources, kind, String.join("; ", why), place.toString());
    }
}
