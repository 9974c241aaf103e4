package dev.rota;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rota.config.ConfigReader;
import dev.rota.desk.Back;
import dev.rota.desk.TicketNews;
import dev.rota.desk.WayBack;
import dev.rota.downstream.back.Callback;
import dev.rota.downstream.back.NewsReading;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code docs/how-to/hear-back-from-a-helpdesk.md} and the pages of helpdesks show is what Rota reads. */
class HearBackHowToTest {

    private static final Path PAGE = Path.of("docs/how-to/hear-back-from-a-helpdesk.md");

    @Test
    void its_downstream_is_read_as_it_says(@TempDir Path config) throws IOException {
        var back = back(Snippets.of(PAGE, "yaml").get(0), config);

        assertThat(back.kinds()).containsExactlyInAnyOrder("reply", "note", "owner", "status");
        assertThat(requireNonNull(back.calls()).kamelet()).isEqualTo("webhook-back");
        assertThat(Path.of("routes/downstream/webhook-back.kamelet.yaml")).exists();
        assertThat(back.polls()).isNull();
    }

    @ParameterizedTest
    @CsvSource({"1, zendesk-back", "2, chatwoot-back", "3, hubspot-back", "4, jestor-back"})
    void the_downstreams_that_it_shows_are_read_and_have_their_files(int place, String kamelet, @TempDir Path config)
            throws IOException {
        var back = back(Snippets.of(PAGE, "yaml").get(place), config);

        assertThat(requireNonNull(back.calls()).kamelet()).isEqualTo(kamelet);
        assertThat(Path.of("routes/downstream", kamelet + ".kamelet.yaml")).exists();
    }

    @ParameterizedTest
    @ValueSource(strings = {"request-tracker", "redmine"})
    void the_downstreams_of_the_pages_of_helpdesks_are_read_and_have_their_files(String name, @TempDir Path config)
            throws IOException {
        var back = back(
                Snippets.of(Path.of("docs/downstream", name + ".md"), "yaml").get(0), config);

        for (var way : new WayBack[] {back.calls(), back.polls()}) {
            if (way != null) {
                assertThat(Path.of("routes/downstream", way.kamelet() + ".kamelet.yaml"))
                        .exists();
            }
        }
    }

    @Test
    void its_news_is_news() throws IOException {
        var callback = new Callback(1, "helpdesk", Instant.EPOCH, false, new byte[0], null, UUID.randomUUID(), 1);

        assertThat(new NewsReading().read(callback, Snippets.of(PAGE, "json").get(0)))
                .extracting(TicketNews::key)
                .containsExactly("t-901", "t-902", "t-903", "t-904", "t-905");
    }

    private static Back back(String downstreams, Path config) throws IOException {
        for (var name : List.of("teams.yaml", "queues.yaml", "shifts.yaml", "feriados-sp.ics", "numbers.yaml")) {
            Files.copy(Path.of("config", name), config.resolve(name));
        }
        Files.writeString(config.resolve("downstreams.yaml"), downstreams);
        var company = ConfigReader.read(config, name -> "set").required();
        return requireNonNull(
                requireNonNull(company.downstreams().get("helpdesk")).back());
    }
}
