package org.hotlinegateway.mapping;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One clause read backwards on a present value; null makes it missing. */
@FunctionalInterface
interface Undo {
    @Nullable
    Value undo(Value value, Frame frame);

    /** An undoing of a single value's text. */
    @FunctionalInterface
    interface OnText {
        @Nullable
        String undo(String text);
    }

    static Undo onText(OnText undo) {
        return onEach((value, frame) -> {
            String text = Value.scalarText(value);
            String undone = text == null ? null : undo.undo(text);
            return undone == null ? null : new Value.Text(undone);
        });
    }

    /** Works on each element of an array. */
    static Undo onEach(Undo undo) {
        return (value, frame) -> value instanceof Value.Arr arr ? all(arr, undo, frame) : undo.undo(value, frame);
    }

    private static Value all(Value.Arr arr, Undo undo, Frame frame) {
        List<Value> undone = new ArrayList<>(arr.items().size());
        for (Value item : arr.items()) {
            Value one = undo.undo(item, frame);
            if (one != null) {
                undone.add(one);
            }
        }
        return new Value.Arr(undone);
    }
}
