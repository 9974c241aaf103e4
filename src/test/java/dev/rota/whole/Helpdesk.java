package dev.rota.whole;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rota.demo.HelpdeskServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.stream.StreamSupport;

/** The helpdesk beside the engines: slow, honouring keys, and alive whatever happens to them. */
final class Helpdesk implements AutoCloseable {

    private static final Duration LATENCY = Duration.ofMillis(100);

    private final HelpdeskServer server = new HelpdeskServer(Ground.freePort(), LATENCY);

    /**
     * What it holds.
     *
     * @param requests how many commands it was sent
     * @param repeats how many of them it knew by their key
     * @param conversations the conversation of each ticket
     */
    record Shelf(long requests, long repeats, List<String> conversations) {}

    URI url() {
        return at("/demo/helpdesk/tickets");
    }

    Shelf shelf() {
        try (var json = at("/demo/helpdesk/tickets.json").toURL().openStream()) {
            var shelf = new ObjectMapper().readTree(json);
            return new Shelf(
                    shelf.path("requests").asLong(),
                    shelf.path("repeats").asLong(),
                    StreamSupport.stream(shelf.path("tickets").spliterator(), false)
                            .map(Helpdesk::conversation)
                            .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String conversation(JsonNode ticket) {
        return ticket.path("conversation").asText();
    }

    private URI at(String path) {
        return URI.create("http://127.0.0.1:" + server.port() + path);
    }

    @Override
    public void close() {
        server.close();
    }
}
