package org.hotlinegateway.bench;

import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.RunnerException;

/** What thirty look-ups cost in a table of few and in one of many rows, in microseconds: the least of some turns. */
record Growth(double few, double many) {
    static Growth of(String messages, String contender) throws RunnerException {
        RunResult turns = Measured.run(Measured.options(LookUps.class)
                .param("messages", messages)
                .param("contender", contender)
                .mode(Mode.SingleShotTime)
                .forks(Measured.LONG ? 3 : 1)
                .warmupIterations(60)
                .measurementIterations(Measured.LONG ? 100 : 40));
        return new Growth(Measured.least(turns, "few"), Measured.least(turns, "many"));
    }

    double ratio() {
        return many / few;
    }
}
