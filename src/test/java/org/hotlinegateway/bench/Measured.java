package org.hotlinegateway.bench;

import java.util.Map;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * What an operation costs, measured in processes of its own: the least processor time of some iterations, as others may
 * disturb one but never help it, and as a compiler has good and bad luck; and the bytes it allocates.
 */
record Measured(double micros, double bytes) {
    /** {@code -Dbench.seconds=60} asks for a long form with that many seconds a contender. */
    private static final double SECONDS = Double.parseDouble(System.getProperty("bench.seconds", "2.4"));

    static final boolean LONG = SECONDS > 4;

    static Measured of(Contenders.Ends ends, String size, String contender) throws RunnerException {
        return of(Conversion.class, Map.of("ends", ends.name(), "size", size, "contender", contender));
    }

    static Measured of(Class<?> benchmark, Map<String, String> parameters) throws RunnerException {
        int iterations = LONG ? 8 : 4;
        return measured(options(benchmark, parameters)
                .mode(Mode.AverageTime)
                .forks(LONG ? 3 : 1)
                .warmupIterations(1)
                .warmupTime(TimeValue.milliseconds(Math.round(SECONDS * 650)))
                .measurementIterations(iterations)
                .measurementTime(TimeValue.milliseconds(Math.round(SECONDS * 350 / iterations))));
    }

    /** What the very first time costs in a new process, the least of some. */
    static Measured first(Class<?> benchmark, Map<String, String> parameters) throws RunnerException {
        return measured(options(benchmark, parameters)
                .mode(Mode.SingleShotTime)
                .forks(LONG ? 5 : 2)
                .warmupIterations(0)
                .measurementIterations(1));
    }

    private static ChainedOptionsBuilder options(Class<?> benchmark, Map<String, String> parameters) {
        ChainedOptionsBuilder options = options(benchmark);
        parameters.forEach((name, value) -> options.param(name, value));
        return options;
    }

    static ChainedOptionsBuilder options(Class<?> benchmark) {
        return new OptionsBuilder()
                .include("^" + benchmark.getName().replace(".", "\\.") + "\\.")
                .jvmArgs("-Xms256m", "-Xmx256m", "-XX:+UseSerialGC")
                .addProfiler(CpuTime.class)
                .addProfiler(GCProfiler.class)
                .verbosity(VerboseMode.SILENT);
    }

    private static Measured measured(ChainedOptionsBuilder options) throws RunnerException {
        RunResult result = run(options);
        return new Measured(least(result, CpuTime.NAME), least(result, "gc.alloc.rate.norm"));
    }

    static RunResult run(ChainedOptionsBuilder options) throws RunnerException {
        return new Runner(options.build()).runSingle();
    }

    static double least(RunResult run, String name) {
        return run.getSecondaryResults().entrySet().stream()
                .filter(entry -> entry.getKey().endsWith(name))
                .map(Map.Entry::getValue)
                .mapToDouble(Measured::least)
                .findFirst()
                .orElseThrow();
    }

    private static double least(Result<?> result) {
        return result.getStatistics().getMin();
    }
}
