package dev.rota.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KilledEngineTest {

    private static final Path PROGRAMS = EmbeddedPostgresTest.PROGRAMS;

    private final Path dataDir;

    KilledEngineTest(@TempDir(factory = InTarget.class) Path dataDir) {
        this.dataDir = dataDir;
    }

    @AfterEach
    void end() throws Exception {
        OldServer.end(dataDir.resolve("pg"));
    }

    @Test
    void a_killed_engine_leaves_no_process_behind() throws Exception {
        List<ProcessHandle> family;
        try (var engine = EngineProcess.start(dataDir, PROGRAMS)) {
            family = engine.descendants();
            assertThat(family).hasSizeGreaterThan(5);
        }
        await().atMost(Duration.ofSeconds(10)).until(() -> family.stream().noneMatch(this::runs));
    }

    @Test
    void a_program_without_our_shell_beside_it_does_stay_behind() throws Exception {
        List<ProcessHandle> family;
        try (var engine = EngineProcess.start()) {
            family = engine.descendants();
        }
        assertThat(family).hasSize(1).allMatch(this::runs);
        family.forEach(ProcessHandle::destroyForcibly);
    }

    @Test
    void the_next_engine_may_start_at_once_and_finds_every_commit() throws Exception {
        for (var round = 1; round <= 2; round++) {
            try (var engine = EngineProcess.start(dataDir, PROGRAMS)) {
                assertThat(engine.descendants()).isNotEmpty();
            }
        }
        try (var postgres = EmbeddedPostgres.start(dataDir, PROGRAMS, Server.freePort())) {
            assertThat(Sql.one(postgres, "SELECT count(*) FROM kept")).isEqualTo("2");
        }
    }

    @Test
    void the_next_engine_ends_a_server_that_lost_its_shell_too() throws Exception {
        long orphan;
        try (var engine = EngineProcess.start(dataDir, PROGRAMS)) {
            engine.freeze();
            orphan = PostmasterFile.read(dataDir.resolve("pg")).orElseThrow().pid();
            ProcessHandle.of(orphan)
                    .flatMap(ProcessHandle::parent)
                    .orElseThrow()
                    .destroyForcibly();
        }
        try (var postgres = EmbeddedPostgres.start(dataDir, PROGRAMS, Server.freePort())) {
            assertThat(Sql.one(postgres, "SELECT count(*) FROM kept")).isEqualTo("1");
        }
        assertThat(EngineProcess.runs(ProcessHandle.of(orphan))).isFalse();
    }

    @Test
    void an_engine_in_another_process_keeps_this_one_out() throws Exception {
        try (var engine = EngineProcess.start(dataDir, PROGRAMS)) {
            assertThat(engine.descendants()).isNotEmpty();
            assertThatThrownBy(() -> EmbeddedPostgres.start(dataDir, PROGRAMS, Server.freePort()))
                    .isInstanceOf(DatabaseException.class)
                    .hasMessageContaining("another engine is running on this folder");
        }
    }

    private boolean runs(ProcessHandle process) {
        return EngineProcess.runs(Optional.of(process));
    }
}
