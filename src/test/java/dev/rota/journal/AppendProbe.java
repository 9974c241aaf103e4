package dev.rota.journal;

import com.sun.management.OperatingSystemMXBean;
import com.zaxxer.hikari.HikariDataSource;
import dev.rota.database.TestDatabase;
import dev.rota.desk.Event;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Measures what storing costs: {@code main} prints events a second and CPU for 64 and 256 callers that wait. */
final class AppendProbe {

    private static final int SECONDS = 6;

    private final LongAdder stored = new LongAdder();
    private final AtomicBoolean over = new AtomicBoolean();
    private final TestEngine engine;

    private AppendProbe(TestEngine engine) {
        this.engine = engine;
    }

    public static void main(String[] words) throws Exception {
        try (var database = TestDatabase.fresh();
                var engine = TestEngine.storing("probe", database)) {
            for (int callers : new int[] {64, 256, 64, 256}) {
                new AppendProbe(engine).measure(callers, database);
            }
        }
    }

    private void measure(int callers, HikariDataSource database) throws Exception {
        var java = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        var server = writers(database);
        var cpu = java.getProcessCpuTime();
        var serverCpu = seconds(server);
        for (int n = 0; n < callers; n++) {
            appendAgain();
        }
        Thread.sleep(SECONDS * 1000L);
        over.set(true);
        var events = stored.sum();
        System.out.printf(
                "%d callers: %d events/s, a thousand cost %.0f ms of CPU here and %.0f ms in the database%n",
                callers,
                events / SECONDS,
                (java.getProcessCpuTime() - cpu) / 1e3 / events,
                (seconds(server) - serverCpu) * 1e6 / events);
    }

    private void appendAgain() {
        var unused = engine.later(event()).thenRun(() -> {
            stored.increment();
            if (!over.get()) {
                appendAgain();
            }
        });
    }

    private static Event event() {
        var random = ThreadLocalRandom.current();
        var body = new byte[1200];
        random.nextBytes(body);
        var key = new UUID(random.nextLong(), random.nextLong());
        return new Event(
                0,
                key,
                "message",
                random.nextInt(64),
                "number-1",
                Clock.systemUTC().instant(),
                body);
    }

    private static List<Integer> writers(HikariDataSource database) {
        return JdbcClient.create(database)
                .sql("SELECT pid FROM pg_stat_activity WHERE datname = current_database()")
                .query(Integer.class)
                .list();
    }

    private static double seconds(List<Integer> processes) throws IOException {
        var ticks = 0L;
        for (int process : processes) {
            var stat = Files.readString(Path.of("/proc/" + process + "/stat")).split(" ", -1);
            ticks += Long.parseLong(stat[13]) + Long.parseLong(stat[14]);
        }
        return ticks / 100.0;
    }
}
