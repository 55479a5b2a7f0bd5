package org.hotlinegateway.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Hashes that have places of their own. */
class CodePlacesTest {
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 30, 1_000, 30_000, 300_000})
    void eachHashHasAPlaceOfItsOwnAndFewAreFree(int count) {
        long[] hashes = new Random(count).longs(count).toArray();
        CodePlaces places = CodePlaces.of(hashes);
        int[] taken =
                Arrays.stream(hashes).mapToInt(places::of).sorted().distinct().toArray();
        assertThat(taken).hasSize(count);
        assertThat(places.count()).isBetween(count + 1, count + count / 8 + 1);
        assertThat(Arrays.stream(taken)).allMatch(place -> place >= 0 && place < places.count());
    }

    @Test
    void anyOtherHashHasSomePlaceToo() {
        CodePlaces places = CodePlaces.of(new long[] {1, 2, 3});
        LongStream others =
                LongStream.concat(LongStream.of(0, -1, Long.MIN_VALUE, Long.MAX_VALUE), new Random(1).longs(1_000));
        assertThat(others.mapToInt(places::of)).allMatch(place -> place >= 0 && place < places.count());
    }

    @Test
    void theSameHashTwiceHasNone() {
        assertThat(CodePlaces.of(new long[] {7, 8, 7})).isNull();
    }
}
