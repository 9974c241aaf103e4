package dev.rota.config;

import dev.rota.desk.Company;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;

/**
 * The company as {@code config/} says it at the start, with the secrets as their files say them now: a new one is in
 * force within some seconds, without a restart.
 */
public final class LiveCompany implements Supplier<Company>, AutoCloseable {

    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

    private final ConfigReader reader;
    private final ScheduledExecutorService looks;
    private volatile Company company;

    private LiveCompany(ConfigReader reader, Company company) {
        this.reader = reader;
        this.company = company;
        var factory = new CustomizableThreadFactory("secret-files-");
        factory.setDaemon(true);
        this.looks = Executors.newSingleThreadScheduledExecutor(factory);
    }

    /**
     * Reads a folder and watches the files of its secrets.
     *
     * @throws InvalidConfig when there is a problem, or a placeholder without a value
     */
    public static LiveCompany of(Path folder, Variables environment) {
        var reader = new ConfigReader(folder, environment);
        var live = new LiveCompany(reader, reader.read().required());
        var pause = BETWEEN_LOOKS.toMillis();
        var unused = live.looks.scheduleWithFixedDelay(live::look, pause, pause, TimeUnit.MILLISECONDS);
        return live;
    }

    private void look() {
        if (reader.secretsChanged()) {
            company = reader.withSecrets(company);
        }
    }

    @Override
    public Company get() {
        return company;
    }

    @Override
    public void close() {
        looks.shutdownNow();
    }
}
