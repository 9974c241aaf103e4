package dev.rota.cli;

import java.io.PrintWriter;

/** Tells how much of a file has gone out, each time another tenth has. */
final class Progress {

    private static final int TENTHS = 10;

    private final long size;
    private final PrintWriter out;
    private long sent;
    private long told;

    Progress(long size, PrintWriter out) {
        this.size = size;
        this.out = out;
    }

    /** So many bytes more have gone out; the engine takes them as it works them off. */
    synchronized void sent(long bytes) {
        sent += bytes;
        var tenths = size == 0 ? TENTHS : sent * TENTHS / size;
        if (tenths > told) {
            told = tenths;
            out.printf("rota: %d %% of the file%n", tenths * 100 / TENTHS);
            out.flush();
        }
    }
}
