package dev.rota.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Writes figures as a small table for a person. */
final class Table {

    private static final String ROW = "%-32s %12s %10s %10s %8s";

    private final List<String> lines = new ArrayList<>();

    private Table() {}

    static String of(Figures figures) {
        var table = new Table();
        table.add(ROW, "", "per second", "p50 ms", "p99 ms", "errors");
        for (var measured : figures.acknowledged()) {
            table.speed("door, " + measured.connections() + " connections", measured.door());
            table.speed("its ceiling", measured.ceiling());
            table.add("  door by ceiling %.2f; %s", measured.ratio(), behind(measured.behind()));
        }
        table.tickets(figures.tickets());
        table.add(ROW, "decisions, one core", number(figures.decisionsPerSecond()), "", "", "");
        table.machine(figures.machine());
        return String.join(System.lineSeparator(), table.lines);
    }

    private void speed(String name, Figures.Speed speed) {
        latency(name, number(speed.perSecond()), speed.latency(), speed.errors());
    }

    private void tickets(Figures.Tickets tickets) {
        latency("message to 200", number(tickets.rate()), tickets.acknowledged(), tickets.errors());
        latency("message to ticket", number(tickets.rate()), tickets.arrived(), tickets.sent() - tickets.tickets());
        add(
                "  %d of %d have a ticket, %d came again, the last within %.1f ms; %s",
                tickets.tickets(),
                tickets.sent(),
                tickets.again(),
                tickets.arrived().max(),
                behind(tickets.behind()));
    }

    private void machine(Figures.Machine machine) {
        add("");
        add(
                "%s, JDK %s, %d cores, load %.1f before, database on %s",
                machine.command(), machine.jdk(), machine.cores(), machine.load(), machine.fileSystem());
        add("Load generator, engine and database share these cores. Machines are noisy: compare ratios of one run.");
    }

    private void latency(String name, String perSecond, Figures.Latency latency, long errors) {
        add(ROW, name, perSecond, millis(latency.p50()), millis(latency.p99()), errors);
    }

    @SuppressWarnings("AnnotateFormatMethod") // every format stands in this file, and a test prints them all
    private void add(String format, Object... values) {
        lines.add(String.format(Locale.ROOT, format, values));
    }

    private static String behind(Figures.Drained behind) {
        var done = behind.all() ? "all done %.1f s after" : "not done %.1f s after, %d left";
        var parked = behind.parked() == 0 ? "" : ", %d parked".formatted(behind.parked());
        return String.format(Locale.ROOT, done, behind.seconds(), behind.left()) + parked;
    }

    private static String number(double number) {
        return String.format(Locale.ROOT, "%,.0f", number);
    }

    private static String millis(double millis) {
        return String.format(Locale.ROOT, "%.1f", millis);
    }
}
