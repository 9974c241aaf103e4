package dev.rota.bench;

import java.util.Arrays;

/** How long answers took, and how many never came or said no; for one thread at a time. */
final class Samples {

    private static final double NANOS_PER_MILLI = 1e6;

    private long[] nanos = new long[1024];
    private int size;
    private long errors;

    /** Counts an answer: how long it took when it was the one that was wanted, else an error. */
    void add(long took, boolean wanted) {
        if (!wanted) {
            errors++;
            return;
        }
        if (size == nanos.length) {
            nanos = Arrays.copyOf(nanos, 2 * size);
        }
        nanos[size++] = took;
    }

    void addAll(Samples others) {
        for (int place = 0; place < others.size; place++) {
            add(others.nanos[place], true);
        }
        errors += others.errors;
    }

    int answered() {
        return size;
    }

    long errors() {
        return errors;
    }

    Figures.Latency latency() {
        var sorted = Arrays.copyOf(nanos, size);
        Arrays.sort(sorted);
        return new Figures.Latency(millis(sorted, 0.5), millis(sorted, 0.95), millis(sorted, 0.99), millis(sorted, 1));
    }

    /** The time within which that share of the answers came; 0 when none came. */
    private static double millis(long[] sorted, double share) {
        if (sorted.length == 0) {
            return 0;
        }
        var place = (int) Math.ceil(share * sorted.length) - 1;
        return sorted[Math.max(0, place)] / NANOS_PER_MILLI;
    }
}
