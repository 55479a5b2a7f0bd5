package org.hotlinegateway.casework;

import java.lang.invoke.CallSite;
import java.lang.invoke.LambdaMetafactory;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.io.SerializedString;

/**
 * What a record consists of, looked at once: a case has more than fifty parts, most of them absent, and reflection at
 * each of them at each event is what the ledger's writer would otherwise do most of its time.
 */
final class RecordShape {
    private static final MethodHandles.Lookup LOOKUP = MethodHandles.lookup();
    private static final ClassValue<RecordShape> SHAPES = new ClassValue<>() {
        @Override
        protected RecordShape computeValue(Class<?> type) {
            return new RecordShape(type);
        }
    };

    private final Class<?> type;
    private final Part[] parts;
    private final Map<String, Integer> places = new HashMap<>();
    private final MethodHandle constructor;

    /** How a part is written. */
    enum Form {
        TEXT,
        FLAG,
        WHOLE,
        TIME,
        CODE,
        RECORD,
        LIST,
        OTHER;

        static Form of(Class<?> type) {
            if (type == String.class) {
                return TEXT;
            }
            if (type == boolean.class || type == Boolean.class) {
                return FLAG;
            }
            if (type == int.class || type == Integer.class) {
                return WHOLE;
            }
            if (type == OffsetDateTime.class) {
                return TIME;
            }
            if (type.isEnum()) {
                return CODE;
            }
            return isOurs(type) ? RECORD : type == List.class ? LIST : OTHER;
        }
    }

    /**
     * One part of a record.
     *
     * @param declared its type, generic as declared
     * @param itemType type of the items of a list, else the part's own
     * @param item form of the items of a list, else the part's own
     * @param codes what may stand there, by name, where the items are codes
     * @param absent its value where the document has none
     */
    record Part(
            String name,
            SerializedString quoted,
            Function<Object, @Nullable Object> get,
            Type declared,
            Class<?> itemType,
            Form form,
            Form item,
            Map<String, Object> codes,
            @Nullable Object absent) {}

    private RecordShape(Class<?> type) {
        this.type = type;
        RecordComponent[] components = type.getRecordComponents();
        this.parts = Arrays.stream(components).map(RecordShape::part).toArray(Part[]::new);
        for (int i = 0; i < parts.length; i++) {
            places.put(parts[i].name(), i);
        }
        this.constructor = constructor(type, components);
    }

    static RecordShape of(Class<?> type) {
        return SHAPES.get(type);
    }

    /** True for the records of this package. */
    static boolean isOurs(Class<?> type) {
        return type.isRecord() && type.getPackage() == RecordShape.class.getPackage();
    }

    Class<?> type() {
        return type;
    }

    Part[] parts() {
        return parts;
    }

    /** Where a name stands among the parts, beginning with a guess; -1 when it does not. */
    int place(String name, int guess) {
        if (guess < parts.length && parts[guess].name().equals(name)) {
            return guess;
        }
        return places.getOrDefault(name, -1);
    }

    /** Makes a record of its values, in the order of its parts. */
    Object make(@Nullable Object[] values) throws Throwable {
        return constructor.invokeExact(values);
    }

    private static Part part(RecordComponent component) {
        Class<?> type = component.getType();
        Form form = Form.of(type);
        Class<?> item = form == Form.LIST ? itemType(component.getGenericType()) : type;
        return new Part(
                component.getName(),
                new SerializedString(component.getName()),
                getter(component),
                component.getGenericType(),
                item,
                form,
                form == Form.LIST ? Form.of(item) : form,
                codes(item),
                absent(type));
    }

    private static Map<String, Object> codes(Class<?> type) {
        return type.isEnum()
                ? Arrays.stream(type.getEnumConstants())
                        .collect(Collectors.toMap(code -> ((Enum<?>) code).name(), Function.identity()))
                : Map.of();
    }

    private static Class<?> itemType(Type list) {
        Type item = ((ParameterizedType) list).getActualTypeArguments()[0];
        return item instanceof Class<?> plain ? plain : Object.class;
    }

    private static @Nullable Object absent(Class<?> type) {
        if (type == boolean.class) {
            return false;
        }
        if (type == int.class) {
            return 0;
        }
        return type == long.class ? 0L : null;
    }

    @SuppressWarnings("unchecked")
    private static Function<Object, @Nullable Object> getter(RecordComponent component) {
        Class<?> owner = component.getDeclaringRecord();
        try {
            MethodHandles.Lookup in = MethodHandles.privateLookupIn(owner, LOOKUP);
            MethodHandle accessor = in.unreflect(component.getAccessor());
            CallSite site = LambdaMetafactory.metafactory(
                    in,
                    "apply",
                    MethodType.methodType(Function.class),
                    MethodType.methodType(Object.class, Object.class),
                    accessor,
                    accessor.type().wrap());
            return (Function<Object, @Nullable Object>) site.getTarget().invoke();
        } catch (Throwable e) {
            throw new IllegalStateException("cannot read " + owner.getName() + "." + component.getName(), e);
        }
    }

    private static MethodHandle constructor(Class<?> type, RecordComponent[] components) {
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            return MethodHandles.privateLookupIn(type, LOOKUP)
                    .findConstructor(type, MethodType.methodType(void.class, types))
                    .asSpreader(Object[].class, types.length)
                    .asType(MethodType.methodType(Object.class, Object[].class));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot make a " + type.getName(), e);
        }
    }
}
