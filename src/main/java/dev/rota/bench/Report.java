package dev.rota.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Writes figures as Markdown, which a person can read as it stands. */
final class Report {

    private static final String ROW = "| %-34s | %10s | %8s | %8s | %8s | %6s | %9s |";

    private static final double BYTES_PER_MEGABYTE = 1 << 20;

    private final List<String> lines = new ArrayList<>();

    private Report() {}

    static String of(Figures figures) {
        var report = new Report();
        figures.phases().forEach(report::phase);
        var sustained = figures.sustained();
        if (sustained != null) {
            report.sustained(sustained);
        }
        report.delivered(figures.delivered());
        report.isolated(figures.isolated());
        report.watched(figures.watched());
        report.desk(figures.switched(), figures.freed());
        var searched = figures.searched();
        if (searched != null) {
            report.searched(searched);
        }
        report.add(
                "Decisions with their because, per second of one core: **%s**", number(figures.decisionsPerSecond()));
        report.machine(figures.machine());
        return String.join(System.lineSeparator(), report.lines);
    }

    private void phase(Figures.Phase phase) {
        add("## With %s events stored before", count(phase.stored()));
        head();
        for (var measured : phase.acknowledged()) {
            var door = "door, %d connections".formatted(measured.connections());
            speed(door, measured.door(), seconds(measured.cpuSeconds()));
            speed("its ceiling", measured.ceiling(), "");
        }
        phase.steady().forEach(steady -> {
            steady(steady);
            var ceiling = steady.ceiling();
            if (ceiling != null) {
                speed("its ceiling", ceiling, "");
            }
        });
        var tickets = phase.tickets();
        latency("message to 200", number(tickets.rate()), tickets.acknowledged(), tickets.errors(), "");
        latency("message to ticket", number(tickets.rate()), tickets.arrived(), tickets.sent() - tickets.tickets(), "");
        add("");
        for (var measured : phase.acknowledged()) {
            add(
                    "- %d connections: door by ceiling **%.2f**; behind the 200 %s.",
                    measured.connections(), measured.ratio(), behind(measured.behind()));
        }
        for (var measured : phase.steady()) {
            add(
                    "- %s a second: sent p50 %s, p99 %s ms after their instant, which is part of the times above; %s.",
                    number(measured.rate()),
                    millis(measured.late().p50()),
                    millis(measured.late().p99()),
                    behind(measured.behind()));
        }
        add(
                "- %d of %d messages have a ticket, %d came again; %s.",
                tickets.tickets(), tickets.sent(), tickets.again(), behind(tickets.behind()));
        add("");
    }

    private void sustained(Figures.Sustained sustained) {
        add("## %d seconds of load in Meta's mix, three statuses to a message", sustained.seconds());
        head();
        steady(sustained.load());
        add("");
        add(
                "- %s webhooks; %s events still to do when the last was answered, %s; the ledger is out of balance by %d.",
                count(sustained.load().sent()),
                count(sustained.pendingAtEnd()),
                behind(sustained.load().behind()),
                sustained.imbalance());
        add("");
    }

    private void delivered(List<Figures.Delivered> all) {
        add("## Deliveries, due all at once");
        add("");
        add("| Helpdesk | tickets | per second, median | slowest round | missing | came again |");
        add("|:---|---:|---:|---:|---:|---:|");
        for (var each : all) {
            add(
                    "| %s | %d times %s | **%s** | %s | %d | %d |",
                    each.helpdesk(),
                    each.rounds(),
                    count(each.tickets()),
                    number(each.perSecond()),
                    number(each.slowest()),
                    each.missing(),
                    each.again());
        }
        add("");
    }

    private void isolated(Figures.Isolated isolated) {
        var calm = isolated.calm();
        var hangs = isolated.hangs();
        add("## Beside a helpdesk that hangs with %d requests, in %d turns", isolated.hanging(), isolated.rounds());
        add("");
        add("| | without | with it | ratio |");
        add("|:---|---:|---:|---:|");
        beside("deliveries to another, per second", calm.perSecond(), hangs.perSecond());
        beside("message to 200, p50 ms", calm.acknowledged(), hangs.acknowledged());
        beside("message to ticket, p50 ms", calm.arrived(), hangs.arrived());
        add("");
        add("- %d messages without a 200 or a ticket.", calm.errors() + hangs.errors());
        add("");
    }

    private void beside(String what, double calm, double hangs) {
        add("| %s | %,.1f | %,.1f | **%.2f** |", what, calm, hangs, calm == 0 ? 0 : hangs / calm);
    }

    private void watched(Figures.Watched watched) {
        add(
                "## %d people at the desk, %s conversations open, %d messages a second",
                watched.streams(), count(watched.open()), watched.rate());
        add("");
        add("| | p50 ms | p95 ms | p99 ms | max ms |");
        add("|:---|---:|---:|---:|---:|");
        within("message to its row in a list", watched.visible());
        within("conversation opened", watched.opened());
        add("");
        add(
                "- %s rows seen, %d not seen, %d pages refused; %s MB live on the heap before, %s after.",
                count(watched.seen()),
                watched.unseen(),
                watched.refused(),
                megabytes(watched.before()),
                megabytes(watched.after()));
        add("");
    }

    private void within(String what, Figures.Latency latency) {
        add(
                "| %s | %s | **%s** | %s | %s |",
                what, millis(latency.p50()), millis(latency.p95()), millis(latency.p99()), millis(latency.max()));
    }

    private void desk(Figures.Switched switched, Figures.Freed freed) {
        add("## At the desk");
        head();
        latency("switchover rehearsed", "", switched.rehearsed(), 0, "");
        latency("switchover made", "", switched.made(), switched.errors(), "");
        latency("switchover undone", "", switched.undone(), 0, "");
        latency("place freed to assigned", "", freed.assigned(), freed.errors(), "");
        add("");
        add(
                "- %s conversations changed hands and came back, %d times.",
                count(switched.conversations()), switched.rounds());
        add(
                "- %s places became free, one after the other, while %s conversations waited or more.",
                count(freed.places()), count(freed.waiting()));
        add("");
    }

    private void searched(Figures.Searched searched) {
        add("## First pages with %s messages stored", count(searched.messages()));
        head();
        latency("search, a rare word", "", searched.rare(), 0, "");
        latency("search, a common word", "", searched.common(), 0, "");
        latency("search, two common words", "", searched.commonTwo(), 0, "");
        latency("search, a common and a rare word", "", searched.mixed(), 0, "");
        latency("history of a customer", "", searched.history(), 0, "");
        add("");
        add("- All words were taken in %s s after the last message was stored.", seconds(searched.takenIn()));
        add("");
    }

    private void head() {
        add(ROW, "", "per second", "p50 ms", "p99 ms", "max ms", "errors", "CPU s/1k");
        add("|:---|---:|---:|---:|---:|---:|---:|");
    }

    private void steady(Figures.Steady steady) {
        latency(
                "webhook to 200",
                number(steady.rate()),
                steady.acknowledged(),
                steady.errors(),
                seconds(steady.cpuSeconds()));
    }

    private void speed(String name, Figures.Speed speed, String cpu) {
        latency(name, number(speed.perSecond()), speed.latency(), speed.errors(), cpu);
    }

    private void latency(String name, String perSecond, Figures.Latency latency, long errors, String cpu) {
        add(
                ROW,
                name,
                perSecond,
                millis(latency.p50()),
                millis(latency.p99()),
                millis(latency.max()),
                Long.toString(errors),
                cpu);
    }

    private void machine(Figures.Machine machine) {
        add("");
        add(
                "`%s`, JDK %s, %d cores, load %.1f before, database on %s, engine with 512 MB of heap.",
                machine.command(), machine.jdk(), machine.cores(), machine.load(), machine.fileSystem());
        add("Load generator, engine and database share these cores. Machines are noisy: compare ratios of one run.");
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

    private static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    private static String megabytes(long bytes) {
        return "%.1f".formatted(bytes / BYTES_PER_MEGABYTE);
    }

    private static String millis(double millis) {
        return String.format(Locale.ROOT, "%.1f", millis);
    }

    private static String seconds(double seconds) {
        return String.format(Locale.ROOT, "%.2f", seconds);
    }
}
