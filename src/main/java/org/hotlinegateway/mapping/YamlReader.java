package org.hotlinegateway.mapping;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Reads YAML so that every scalar stays text; a key given twice is a problem. Made of the parser's events: its nodes
 * would first look for numbers and dates in every scalar.
 */
final class YamlReader {
    private static final int DEEPEST = 60;
    private static final LoadSettings SETTINGS = LoadSettings.builder().build();

    private final String file;
    private final Problems problems;

    YamlReader(String file, Problems problems) {
        this.file = file;
        this.problems = problems;
    }

    /** The document; null when there is none, or none that can be read. */
    @Nullable
    Yaml read(String text) {
        try {
            return new Document(new Parse(SETTINGS).parseString(text).iterator()).root();
        } catch (MarkedYamlEngineException e) {
            Place stopped = place(e.getProblemMark());
            YamlFault.Told told = YamlFault.of(text, stopped.line(), stopped.column(), String.valueOf(e.getProblem()));
            problems.error(new Place(file, told.line(), told.column()), "yaml", told.text());
        } catch (YamlEngineException e) {
            problems.error(new Place(file, 1, 1), "yaml", "not YAML: " + e.getMessage());
        }
        return null;
    }

    private Place place(Optional<Mark> mark) {
        return mark.map(at -> new Place(file, at.getLine() + 1, at.getColumn() + 1))
                .orElse(new Place(file, 1, 1));
    }

    /** The events of one file, made into nodes. */
    private final class Document {
        private final Iterator<Event> events;
        private final Map<String, Yaml.Scalar> anchors = new HashMap<>();
        private boolean complete = true;

        Document(Iterator<Event> events) {
            this.events = events;
        }

        @Nullable
        Yaml root() {
            events.next();
            if (events.next().getEventId() == Event.ID.StreamEnd) {
                return null;
            }
            Yaml root = node(events.next(), 0);
            events.next();
            Event behind = events.next();
            if (behind.getEventId() != Event.ID.StreamEnd) {
                problems.error(place(behind.getStartMark()), "yaml", "not YAML: but found another document");
                return null;
            }
            return complete ? root : null;
        }

        private Yaml node(Event event, int depth) {
            Place place = place(event.getStartMark());
            if (event instanceof ScalarEvent scalar) {
                return scalar(scalar, place);
            }
            if (event instanceof AliasEvent alias) {
                return repeated(alias.getAlias().getValue(), place);
            }
            if (depth > DEEPEST) {
                problems.error(place, "yaml", "nested deeper than " + DEEPEST + " levels");
                return skipped(place);
            }
            return event.getEventId() == Event.ID.SequenceStart ? seq(place, depth) : dict(place, depth);
        }

        private Yaml.Scalar scalar(ScalarEvent event, Place place) {
            Yaml.Scalar scalar = new Yaml.Scalar(event.getValue(), event.isPlain(), place);
            event.getAnchor().ifPresent(anchor -> anchors.put(anchor.getValue(), scalar));
            return scalar;
        }

        private Yaml.Scalar repeated(String anchor, Place place) {
            Yaml.Scalar known = anchors.get(anchor);
            if (known != null) {
                return known;
            }
            complete = false;
            problems.error(
                    place, "yaml", "'*" + anchor + "' repeats nothing: only a text marked '&" + anchor + "' before");
            return new Yaml.Scalar("", true, place);
        }

        private Yaml skipped(Place place) {
            for (int open = 1; open > 0; ) {
                Event event = events.next();
                open += event instanceof CollectionStartEvent ? 1 : event instanceof CollectionEndEvent ? -1 : 0;
            }
            return new Yaml.Scalar("", true, place);
        }

        private Yaml.Seq seq(Place place, int depth) {
            List<Yaml> items = new ArrayList<>();
            for (Event next = events.next(); !(next instanceof CollectionEndEvent); next = events.next()) {
                items.add(node(next, depth + 1));
            }
            return new Yaml.Seq(items, place);
        }

        private Yaml.Dict dict(Place place, int depth) {
            LinkedHashMap<String, Yaml.Entry> entries = new LinkedHashMap<>();
            for (Event next = events.next(); !(next instanceof CollectionEndEvent); next = events.next()) {
                Yaml key = node(next, depth + 1);
                Yaml value = node(events.next(), depth + 1);
                if (key instanceof Yaml.Scalar name) {
                    put(name, value, entries);
                } else {
                    problems.error(key.place(), "yaml", "a key must be text");
                }
            }
            return new Yaml.Dict(entries, place);
        }

        private void put(Yaml.Scalar name, Yaml value, Map<String, Yaml.Entry> entries) {
            int sign = name.plain() ? FullWidth.find(name.text()) : -1;
            if (sign >= 0) {
                Place at = new Place(file, name.place().line(), name.place().column() + sign);
                problems.error(at, "yaml", FullWidth.told(name.text().charAt(sign)));
                return;
            }
            Yaml.Entry before = entries.putIfAbsent(name.text(), new Yaml.Entry(name, value));
            if (before != null) {
                problems.error(
                        name.place(),
                        "duplicate",
                        "'" + name.text() + "' is given twice, first in line "
                                + before.key().place().line());
            }
        }
    }
}
