package dev.rota.downstream.back;

import dev.rota.desk.Erasable;
import dev.rota.desk.Traces;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Takes out what helpdesks said of a customer's tickets and nobody could read or do: it names their reference, or an id. */
final class CallbackErasure implements Erasable {

    private final JdbcClient jdbc;

    CallbackErasure(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<String> obstacle(Traces traces) {
        return mentioning(traces, "state <> 'parked'").isEmpty()
                ? Optional.empty()
                : Optional.of("something that a helpdesk told of this customer is still to be done");
    }

    @Override
    public Map<String, Integer> erase(Traces traces) {
        var ids = mentioning(traces, "state = 'parked'").stream()
                .mapToLong(Long::longValue)
                .toArray();
        return Map.of(
                "callback",
                jdbc.sql("DELETE FROM callback WHERE state = 'parked' AND id = ANY (?)")
                        .param(ids)
                        .update());
    }

    private List<Long> mentioning(Traces traces, String condition) {
        var mention = mention(traces);
        return jdbc
                .sql("SELECT id, body FROM callback WHERE " + condition)
                .query((row, n) ->
                        new Kept(row.getLong("id"), new String(row.getBytes("body"), StandardCharsets.UTF_8)))
                .list()
                .stream()
                .filter(kept -> mention.matcher(kept.text()).find())
                .map(Kept::id)
                .toList();
    }

    /** Whole words: rota-1 is not in rota-17. */
    private static Pattern mention(Traces traces) {
        var references = traces.conversations().stream().map(conversation -> "rota-" + conversation);
        return Pattern.compile(Stream.of(references, traces.ids().stream(), traces.wamids().stream())
                .flatMap(names -> names)
                .map(Pattern::quote)
                .collect(Collectors.joining("|", "(?<![\\p{L}\\p{N}])(?:", ")(?![\\p{L}\\p{N}])")));
    }

    private record Kept(long id, String text) {
        @Override
        public String toString() {
            return "Kept[" + id + "]";
        }
    }
}
