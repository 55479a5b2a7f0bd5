package org.hotlinegateway.mapping;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A YAML node whose scalars stay text and which knows its place. */
public sealed interface Yaml {
    Place place();

    /** What an error calls this node. */
    String kind();

    /** @param plain written without quotes */
    record Scalar(String text, boolean plain, Place place) implements Yaml {
        public boolean isNull() {
            return plain && (text.isEmpty() || text.equals("null") || text.equals("~"));
        }

        @Override
        public String kind() {
            return "text";
        }
    }

    record Seq(List<Yaml> items, Place place) implements Yaml, Iterable<Yaml> {
        @Override
        public Iterator<Yaml> iterator() {
            return items.iterator();
        }

        @Override
        public String kind() {
            return "a list";
        }
    }

    record Entry(Scalar key, Yaml value) {}

    record Dict(LinkedHashMap<String, Entry> entries, Place place) implements Yaml {
        public @Nullable Yaml get(String key) {
            Entry entry = entries.get(key);
            return entry == null ? null : entry.value();
        }

        public boolean has(String key) {
            return entries.containsKey(key);
        }

        /** Where the key stands, or this node when it is absent. */
        public Place placeOf(String key) {
            Entry entry = entries.get(key);
            return entry == null ? place : entry.key().place();
        }

        public Iterable<Map.Entry<String, Entry>> each() {
            return entries.entrySet();
        }

        @Override
        public String kind() {
            return "a map";
        }
    }
}
