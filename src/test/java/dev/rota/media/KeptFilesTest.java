package dev.rota.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.rota.desk.Backoff;
import dev.rota.desk.Company;
import dev.rota.desk.Erasable;
import dev.rota.desk.FetchOutcome.Fetched;
import dev.rota.desk.FetchOutcome.Later;
import dev.rota.desk.Settled;
import dev.rota.desk.Traces;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Whose a file is: one engine fetches it, and it lies there as long as somebody's message names it. */
class KeptFilesTest extends FilesArriving {

    @Autowired
    MediaTable table;

    @Autowired
    Settled settled;

    @Autowired
    Leftovers leftovers;

    @Autowired
    Erasable erasure;

    @Autowired
    Supplier<Company> company;

    @Test
    void whoever_has_lost_the_lease_keeps_nothing() throws IOException {
        meta.error = "{\"error\":{\"code\":131000}}";
        brings(1, "M10", "image", null);
        await().untilAsserted(() -> assertThat(state("M10")).contains("131000"));
        var bytes = Files.write(folder.arriving(), PHOTO);

        assertThat(table.keep(
                        id("M10"), UUID.randomUUID(), new Fetched(bytes, FakeMeta.sha256(PHOTO), 7, "image/jpeg")))
                .isEmpty();

        assertThat(state("M10")).startsWith("due");
        assertThat(folder.find(FakeMeta.sha256(PHOTO))).isEmpty();
        MediaFolder.delete(bytes);
    }

    @Test
    void a_file_whose_engine_died_is_due_again_when_its_lease_ends() {
        meta.files.put("M11", PHOTO);
        meta.error = "{\"error\":{\"code\":131000}}";
        brings(1, "M11", "image", null);
        await().untilAsserted(() -> assertThat(state("M11")).contains("131000"));
        meta.heal();
        MediaAlone.CLOCK.pass(Duration.ofMinutes(1));
        var taken = table.take(10, List.of());
        assertThat(taken).as("unless the engine was quicker").hasSizeLessThanOrEqualTo(1);

        later(MediaTable.LEASE.plusSeconds(1));

        await().untilAsserted(() -> assertThat(state("M11")).startsWith("kept"));
    }

    @Test
    void engines_that_look_at_once_never_fetch_the_same() {
        var other =
                new DueFiles(table, company, settled, new Backoff(RandomGenerator.getDefault()), MediaAlone.CLOCK, 4);
        var brought = new AtomicInteger();
        for (var n = 100; n < 160; n++) {
            meta.files.put("M" + n, photo("number " + n));
        }
        other.start(fetch -> {
            brought.incrementAndGet();
            return CompletableFuture.completedFuture(new Later("another engine", false));
        });
        for (var n = 100; n < 160; n++) {
            brings(1, "M" + n, "image", null);
        }

        await().untilAsserted(
                        () -> assertThat(count("SELECT count(*) FROM media WHERE lease_token IS NULL AND attempts = 1"))
                                .isEqualTo(60));
        other.stop();
        assertThat(brought.get() + meta.brought.size()).isEqualTo(60);
    }

    @Test
    void the_same_bytes_lie_there_once_and_go_with_the_last_who_was_sent_them() {
        meta.files.put("M12", PHOTO);
        meta.files.put("M13", PHOTO);
        brings(1, "M12", "image", "Maria.jpg");
        brings(2, "M13", "image", null);
        await().untilAsserted(() -> assertThat(state("M12") + state("M13")).matches("kept .*kept .*"));

        assertThat(erase(1)).isEqualTo(1);
        assertThat(folder.find(FakeMeta.sha256(PHOTO))).isPresent();
        assertThat(jdbc.sql(
                                "SELECT state || coalesce(name, '') || coalesce(meta_id, '') FROM media WHERE conversation = 1")
                        .query(String.class)
                        .single())
                .isEqualTo("removed");

        assertThat(erase(2)).isEqualTo(1);
        assertThat(folder.find(FakeMeta.sha256(PHOTO))).isEmpty();
        assertThat(erase(2)).as("done again").isZero();
    }

    @Test
    void what_no_row_names_any_more_is_cleared_away_and_nothing_else() throws IOException {
        meta.files.put("M14", PHOTO);
        brings(1, "M14", "image", null);
        await().untilAsserted(() -> assertThat(state("M14")).startsWith("kept"));
        var stray = photo("nobody's");
        folder.keep(Files.write(folder.arriving(), stray), FakeMeta.sha256(stray));
        var halfway = Files.write(folder.arriving(), stray);
        assertThat(halfway.toFile()
                        .setLastModified(MediaAlone.CLOCK
                                .instant()
                                .minus(Duration.ofHours(2))
                                .toEpochMilli()))
                .isTrue();
        var young = Files.write(folder.arriving(), stray);
        assertThat(young.toFile().setLastModified(MediaAlone.CLOCK.instant().toEpochMilli()))
                .isTrue();

        assertThat(leftovers.clear()).isEqualTo(2);

        assertThat(kept(PHOTO)).exists();
        assertThat(folder.find(FakeMeta.sha256(stray))).isEmpty();
        assertThat(halfway).doesNotExist();
        assertThat(young).exists();
        MediaFolder.delete(young);
    }

    private int erase(long conversation) {
        var traces = new Traces(conversation, Set.of(), Set.of(conversation), Set.of(), Set.of());
        return erasure.erase(traces).getOrDefault("media", -1);
    }
}
