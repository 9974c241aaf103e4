package dev.rota.bench;

/** What came of some rounds of a closed loop: the answers of all, and the time of all. */
final class Rounds {

    private static final double NANOS_PER_SECOND = 1e9;

    private final Samples samples = new Samples();
    private long nanos;

    void add(Samples round, long took) {
        samples.addAll(round);
        nanos += took;
    }

    Figures.Speed speed() {
        return new Figures.Speed(perSecond(), samples.latency(), samples.errors());
    }

    int answered() {
        return samples.answered();
    }

    double perSecond() {
        return nanos == 0 ? 0 : samples.answered() * NANOS_PER_SECOND / nanos;
    }
}
