package org.hotlinegateway.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The functions of the language keep what their descriptions say. */
class FunctionsTest {
    static Stream<Function> functions() {
        return Functions.all().stream();
    }

    static Stream<Function> invertible() {
        return functions().filter(function -> function.inverse() != null);
    }

    private static Value json(String text) {
        return JsonReader.parse(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String text(Value value) {
        return new String(JsonTarget.bytes(value), StandardCharsets.UTF_8);
    }

    private static Value applied(Function function, List<Value> given) {
        List<Value> arguments = new ArrayList<>();
        for (int i = 0; i < given.size(); i++) {
            arguments.add(function.fit(given.get(i), i));
        }
        return Objects.requireNonNull(function.body().apply(arguments));
    }

    private static List<Value> example(Function function) {
        return ((Value.Arr) json(function.example().arguments())).items();
    }

    @ParameterizedTest
    @MethodSource("functions")
    void theExampleOfEachFunctionIsTrue(Function function) {
        assertThat(text(applied(function, example(function))))
                .isEqualTo(function.example().result());
    }

    @ParameterizedTest
    @MethodSource("functions")
    void theExampleHasAsManyArgumentsAsTheFunctionTakes(Function function) {
        assertThat(function.takes(example(function).size())).isTrue();
        assertThat(function.description()).matches("[A-Z].*[^.]");
    }

    @ParameterizedTest
    @MethodSource("invertible")
    void theInverseUndoesTheExample(Function function) {
        Function inverse = Objects.requireNonNull(Functions.of(Objects.requireNonNull(function.inverse())));
        Value there = applied(function, example(function));
        assertThat(text(applied(inverse, List.of(there))))
                .isEqualTo(text(example(function).get(0)));
    }
}
