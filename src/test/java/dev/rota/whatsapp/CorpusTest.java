package dev.rota.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rota.desk.Event;
import dev.rota.desk.Heard;
import dev.rota.inquiry.Content;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every payload of the corpus against {@code corpus.csv}: the events it is split into, and what they say. */
class CorpusTest {

    private static final Instant RECEIVED = Instant.parse("2026-11-24T12:00:00Z");
    private static final Instant SENT = Instant.ofEpochSecond(1795608000);

    private final Splitter splitter = new Splitter();
    private final Reader reader = new Reader(ExampleCompany::simple);

    record Row(String payload, String kinds, String says) {
        @Override
        public String toString() {
            return payload;
        }
    }

    static List<Row> table() throws IOException {
        try (Stream<String> lines = Files.lines(Path.of("src/test/resources/whatsapp/corpus.csv"))) {
            return lines.filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(" \\| ", 3))
                    .map(cells -> new Row(cells[0].strip(), cells[1].strip(), cells[2].strip()))
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("table")
    void a_payload_becomes_these_events_and_says_this(Row row) {
        var events = splitter.split(new SignedBody(Corpus.payload(row.payload()), RECEIVED));
        var says = events.stream().map(reader::read).map(CorpusTest::describe).collect(Collectors.joining("; "));

        assertThat(events.stream().map(Event::kind)).containsExactly(row.kinds().split("\\+"));
        assertThat(says).isEqualTo(row.says());
    }

    @ParameterizedTest
    @MethodSource("table")
    void each_part_of_a_payload_is_a_webhook_that_holds_the_same_one_event(Row row) {
        for (var event : splitter.split(new SignedBody(Corpus.payload(row.payload()), RECEIVED))) {
            var again = splitter.split(new SignedBody(event.body(), RECEIVED));

            assertThat(again).hasSize(1);
            assertThat(again.get(0).body()).isSameAs(event.body());
            assertThat(again.get(0)).usingRecursiveComparison().isEqualTo(event);
        }
    }

    @Test
    void the_table_names_every_payload() throws IOException {
        assertThat(table().stream().map(Row::payload)).containsExactlyElementsOf(Corpus.names());
    }

    private static String describe(Heard heard) {
        if (heard instanceof Heard.Message message) {
            return describe(message);
        }
        if (heard instanceof Heard.Progress progress) {
            var error = progress.error();
            return progress.status().label() + (error == null ? "" : " because " + error);
        }
        if (heard instanceof Heard.Notice notice) {
            return "notice: " + notice.about();
        }
        return "unhandled: " + ((Heard.Unhandled) heard).reason();
    }

    private static String describe(Heard.Message message) {
        var said = message.said();
        var ids = message.identities().stream().map(id -> id.kind().name()).collect(Collectors.joining("+"));
        return describe(said.content())
                + " by " + ids
                + (message.profile().name() == null
                        ? ""
                        : " named " + message.profile().name())
                + (said.ad() == null ? "" : " ad " + said.ad())
                + (said.product() == null ? "" : " product " + said.product())
                + (said.at().equals(SENT) ? "" : said.at().equals(RECEIVED) ? " at arrival" : " at " + said.at());
    }

    private static String describe(Content content) {
        if (content instanceof Content.Other other) {
            return "other " + other.type() + (other.asksForAnswer() ? " (answer)" : "");
        }
        var id = content instanceof Content.Choice choice ? " [" + choice.id() + "]" : "";
        return content.type() + id + " '" + content.text() + "'";
    }
}
