package dev.rota.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rota.desk.Event;
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
        var says = events.stream().map(reader::read).map(Described::of).collect(Collectors.joining("; "));

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
}
