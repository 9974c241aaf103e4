package dev.rota.database;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How the embedded server is set; on its command line, so that no file in the cluster can weaken a promise. */
final class ServerSettings {

    private static final Map<String, String> DURABILITY =
            Map.of("fsync", "on", "synchronous_commit", "on", "full_page_writes", "on");

    /** Less log would mean more checkpoints, after each of which every page is logged whole; more, a longer recovery. */
    private static final Map<String, String> SIZES_FOR_TWO_CORES = Map.of(
            "max_connections", "100",
            "effective_cache_size", "1GB",
            "min_wal_size", "256MB",
            "max_wal_size", "2GB",
            "max_parallel_workers_per_gather", "0",
            "random_page_cost", "1.1",
            "jit", "off");

    /** Work is rows that live for milliseconds, so dead ones must go soon. */
    private static final Map<String, String> VACUUM = Map.of(
            "autovacuum_naptime", "10s",
            "autovacuum_vacuum_scale_factor", "0.05",
            "autovacuum_analyze_scale_factor", "0.05",
            "autovacuum_vacuum_cost_limit", "1000");

    /** An error's text can quote a customer; its caller gets it anyway, so the log does not. */
    private static final Map<String, String> LOG = Map.of(
            "logging_collector", "off",
            "log_destination", "stderr",
            "log_min_messages", "log",
            "log_min_error_statement", "panic",
            "log_error_verbosity", "terse",
            "log_timezone", "UTC",
            "log_line_prefix", "%m [%p] ");

    private static final Map<String, String> NETWORK = Map.of(
            "listen_addresses", "127.0.0.1",
            "unix_socket_directories", "",
            "client_connection_check_interval", "2s",
            "timezone", "UTC");

    private ServerSettings() {}

    static List<String> commandLine(Path program, Path cluster, int port) {
        var settings = new LinkedHashMap<String, String>();
        settings.put("port", Integer.toString(port));
        settings.put("shared_buffers", sharedBuffers(memory()) + "MB");
        List.of(NETWORK, DURABILITY, SIZES_FOR_TWO_CORES, VACUUM, LOG).forEach(settings::putAll);
        var words = new ArrayList<>(List.of(program.toString(), "-D", cluster.toString()));
        settings.forEach((name, value) -> words.addAll(List.of("-c", name + "=" + value)));
        return words;
    }

    /**
     * What the server keeps in memory for itself: a sixteenth of the machine's, since the engine and the files' cache need
     * theirs too. A page that does not fit is written out by whoever needs its place, and waits for the log first.
     *
     * @param machine megabytes
     * @return megabytes, from 256 to 1024
     */
    static long sharedBuffers(long machine) {
        return Math.max(256, Math.min(1024, machine / 16));
    }

    private static long memory() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getTotalMemorySize() >> 20;
    }
}
