package dev.rota.flow.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.rota.desk.Event;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What comes to the door and what becomes of it, as {@code docs/door.md} says it. */
class DoorTableTest extends AtTheDoor {

    record Row(String comes, int answer, String kept) {
        @Override
        public String toString() {
            return comes;
        }
    }

    static List<Row> table() throws IOException {
        try (var lines = Files.lines(Path.of("docs/door.md"))) {
            return lines.filter(line -> line.matches("\\| .* \\| \\d+ \\| .* \\|"))
                    .map(line -> line.split("\\|", -1))
                    .map(cells -> new Row(cells[1].strip(), Integer.parseInt(cells[2].strip()), cells[3].strip()))
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("table")
    void what_comes_is_answered_kept_and_counted_as_the_table_says(Row row) throws Exception {
        var before = door.answered(row.answer());

        assertThat(status(Requests.named(row.comes()))).isEqualTo(row.answer());

        assertThat(kept(door.journal().events())).isEqualTo(row.kept());
        if (!Requests.NOT_HTTP.contains(row.comes())) {
            await().until(() -> door.answered(row.answer()) == before + 1);
        }
    }

    @Test
    void the_table_has_every_request_and_the_requests_every_row() throws Exception {
        assertThat(table().stream().map(Row::comes)).containsExactlyInAnyOrderElementsOf(Requests.names());
    }

    private static int status(byte[] request) throws IOException {
        try (var caller = new RawCaller(door.port())) {
            caller.send(request);
            var answer = caller.listen();
            return Integer.parseInt(answer.split(" ", 3)[1]);
        }
    }

    /** One event by its kind, many of a kind by their number. */
    private static String kept(List<Event> events) {
        if (events.isEmpty()) {
            return "nothing";
        }
        Map<String, Long> kinds = events.stream()
                .map(Event::kind)
                .collect(Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()));
        return kinds.entrySet().stream()
                .map(kind -> kind.getValue() == 1 ? kind.getKey() : kind.getValue() + " " + kind.getKey() + "s")
                .collect(Collectors.joining(", "));
    }
}
