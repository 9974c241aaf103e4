package dev.rota.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.rota.database.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.util.HashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Promises 1 to 3, 5 and 8: nothing acknowledged is lost and nothing is done twice, whoever is killed in the middle. */
@ExtendWith(Grounds.class)
class KillIT {

    private static final int EARLY = 500;
    private static final int LATE = 1300;

    @Test
    void an_engine_killed_twice_loses_nothing_and_doubles_nothing(Ground ground) {
        try (var helpdesk = new Helpdesk();
                var engine = new EngineProcess("one", ground.folder(), ground.environment(helpdesk));
                var storm = new Storm(ground, helpdesk, engine.door())) {
            engine.start();
            engine.awaitReady();
            storm.begin();
            for (var acknowledged : new int[] {EARLY, LATE}) {
                storm.awaitAcknowledged(acknowledged);
                engine.kill();
                engine.start();
            }
            storm.assertNothingLostAndNothingTwice();
        }
    }

    @Test
    void a_database_killed_twice_comes_back_by_itself(Ground ground) throws IOException {
        try (var helpdesk = new Helpdesk();
                var engine = new EngineProcess("one", ground.folder(), ground.environment(helpdesk));
                var storm = new Storm(ground, helpdesk, engine.door())) {
            engine.start();
            engine.awaitReady();
            storm.begin();
            for (var acknowledged : new int[] {EARLY, LATE}) {
                storm.awaitAcknowledged(acknowledged);
                killPostmaster(ground);
            }
            storm.assertNothingLostAndNothingTwice();
        }
    }

    @Test
    void of_two_engines_one_is_killed_and_the_other_goes_on(Ground ground) {
        try (var database = EmbeddedPostgres.start(ground.data());
                var helpdesk = new Helpdesk();
                var one = engine("one", ground, helpdesk, database);
                var other = engine("other", ground, helpdesk, database);
                var storm = new Storm(ground, helpdesk, one.door(), other.door())) {
            one.start();
            one.awaitReady();
            other.start();
            other.awaitReady();
            storm.begin();
            storm.awaitAcknowledged(EARLY);
            one.kill();
            storm.awaitAcknowledged(LATE);
            one.start();
            storm.assertNothingLostAndNothingTwice();
        }
    }

    private static EngineProcess engine(String name, Ground ground, Helpdesk helpdesk, EmbeddedPostgres database) {
        var environment = new HashMap<>(ground.environment(helpdesk));
        environment.put("ROTA_DATABASE_URL", database.jdbcUrl());
        environment.put("ROTA_DATABASE_USER", database.user());
        environment.put("ROTA_DATABASE_PASSWORD", database.password());
        return new EngineProcess(name, ground.folder(), environment);
    }

    private static void killPostmaster(Ground ground) throws IOException {
        var file = ground.data().resolve("pg/postmaster.pid");
        var pid = Long.parseLong(Files.readAllLines(file).get(0).strip());
        var postmaster = ProcessHandle.of(pid).orElseThrow();
        assertThat(postmaster.destroyForcibly()).isTrue();
        await().until(() -> !postmaster.isAlive());
    }
}
