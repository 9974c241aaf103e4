package dev.rota.conversation;

import com.zaxxer.hikari.HikariDataSource;
import dev.rota.desk.ShiftEnd;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** An engine of its own process that comes to the middle of a switchover, and stays there until it is killed. */
final class SwitchoverProcess implements AutoCloseable {

    private static final String IN_THE_MIDDLE = "in the middle";

    private final Process process;

    private SwitchoverProcess(Process process) {
        this.process = process;
    }

    public static void main(String[] args) {
        var source = new HikariDataSource();
        source.setJdbcUrl(args[0]);
        source.setUsername(args[1]);
        source.setPassword(System.getenv("SWITCHOVER_PASSWORD"));
        try (var evening = new Evening(new Desk(source), new ShiftEnd.HandOver())) {
            evening.desk.beforeTelling = SwitchoverProcess::stay;
            evening.strike();
        }
    }

    private static void stay() {
        System.out.println(IN_THE_MIDDLE);
        try {
            System.in.read();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts it on a database, and waits until it is in the middle. */
    static SwitchoverProcess inTheMiddle(HikariDataSource source) throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var builder = new ProcessBuilder(
                java,
                "-cp",
                System.getProperty("java.class.path"),
                SwitchoverProcess.class.getName(),
                source.getJdbcUrl(),
                source.getUsername());
        builder.environment().put("SWITCHOVER_PASSWORD", source.getPassword());
        var process = builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
        var lines = process.inputReader();
        for (var line = lines.readLine(); !IN_THE_MIDDLE.equals(line); line = lines.readLine()) {
            if (line == null) {
                throw new IllegalStateException("the process ended before it came to the middle");
            }
        }
        return new SwitchoverProcess(process);
    }

    /** Kills it, as {@code kill -9} does. */
    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
