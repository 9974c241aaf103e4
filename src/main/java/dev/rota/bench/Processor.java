package dev.rota.bench;

import java.time.Duration;

/** The processor time that an engine and its database take. */
final class Processor {

    private final BenchEngine engine;

    Processor(BenchEngine engine) {
        this.engine = engine;
    }

    /** The processor time for 1,000 of so many. */
    static double secondsPerThousand(Duration used, long count) {
        return count == 0 ? 0 : used.toMillis() / (double) count;
    }

    /** What both have taken so far; of the database, those of its processes that still live. */
    Duration used() {
        return ProcessHandle.current()
                .descendants()
                .filter(process -> process.info().command().orElse("").endsWith("/postgres"))
                .map(process -> process.info().totalCpuDuration().orElse(Duration.ZERO))
                .reduce(engine.cpu(), Duration::plus);
    }
}
