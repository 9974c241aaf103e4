package dev.rota.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EraseCommandTest {

    private static final String DONE = "{\"customer\":\"7\",\"counts\":{\"journal\":3,\"message\":2}}";

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final HttpServer engine = engine();

    @AfterEach
    void stop() {
        engine.stop(0);
    }

    @Test
    void it_prints_how_much_was_erased_and_the_phone_stands_in_no_address() {
        var ran = erase("+55 11 98765-1234");

        assertThat(ran.exitCode()).isZero();
        assertThat(ran.out()).contains("Customer 7 is erased:").containsPattern("journal +3 rows");
        assertThat(asked).containsExactly("/api/customers/erase {\"customer\":\"+55 11 98765-1234\"}");
    }

    @Test
    void as_json_it_prints_the_counts() {
        assertThat(erase("7", "--json").out().strip()).isEqualTo(DONE);
    }

    @Test
    void while_something_is_pending_it_fails_with_one_and_for_nobody_with_two() {
        assertThat(erase("busy").exitCode()).isEqualTo(1);
        assertThat(erase("busy").err()).contains("still to be handled; try again");
        assertThat(erase("nobody").exitCode()).isEqualTo(2);
    }

    private Ran erase(String... words) {
        var url = "http://localhost:" + engine.getAddress().getPort();
        var settings = new Settings(Map.of("ROTA_URL", url, "ROTA_TOKEN", "secret", "ROTA_DATA_DIR", "target/none"));
        return Ran.command(new EraseCommand(settings), words);
    }

    private HttpServer engine() {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/api/customers/", exchange -> {
                var body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
                asked.add(exchange.getRequestURI() + " " + body);
                var status = body.contains("busy") ? 409 : body.contains("nobody") ? 404 : 200;
                var answer = status == 200
                        ? DONE
                        : "{\"detail\":\"events of this customer are still to be handled; try again\"}";
                exchange.sendResponseHeaders(status, answer.getBytes(UTF_8).length);
                exchange.getResponseBody().write(answer.getBytes(UTF_8));
                exchange.close();
            });
            server.start();
            return server;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
