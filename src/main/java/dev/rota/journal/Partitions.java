package dev.rota.journal;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.concurrent.ExecutorService;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Sees to it that the journal has a partition for each day of the week to come. */
final class Partitions {

    private static final Logger log = LoggerFactory.getLogger(Partitions.class);

    private static final int DAYS = 8;

    private final JdbcClient jdbc;
    private final Clock clock;
    private @Nullable ExecutorService hourly;

    Partitions(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void start() {
        create();
        hourly = Daemons.every(Duration.ofHours(1), "journal-partitions", this::createOrTryLater);
    }

    void stop() {
        if (hourly != null) {
            hourly.shutdownNow();
        }
    }

    private void createOrTryLater() {
        try {
            create();
        } catch (RuntimeException e) {
            log.warn("journal: partitions can't be created ({}), trying again in an hour", Trouble.describe(e));
        }
    }

    void create() {
        jdbc.sql("SELECT true FROM journal_create_partitions(?, ?)")
                .params(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC), DAYS)
                .query(Boolean.class)
                .single();
    }
}
