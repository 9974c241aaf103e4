package dev.rota.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class InviteCommandTest {

    private static final String LINK = "http://localhost:8080/invitation/once";

    private final HttpServer engine = engine();

    @AfterEach
    void stop() {
        engine.stop(0);
    }

    @Test
    void it_prints_the_link() {
        assertThat(invite("ana")).isEqualTo(new Ran(0, LINK + System.lineSeparator(), ""));
    }

    @Test
    void a_refusal_is_told_as_the_engine_says_it() {
        var ran = invite("nobody");

        assertThat(ran.exitCode()).isEqualTo(2);
        assertThat(ran.err()).contains("The engine refused with 404: nobody of that name can be invited");
    }

    @Test
    void without_a_token_it_says_which_is_needed() {
        var ran = Ran.command(new InviteCommand(new Settings(Map.of("ROTA_DATA_DIR", "target/none"))), "ana");

        assertThat(ran.exitCode()).isEqualTo(2);
        assertThat(ran.err()).contains("ROTA_TOKEN is not set");
    }

    @Test
    void without_an_engine_it_says_where_it_looked() {
        engine.stop(0);

        var ran = invite("ana");

        assertThat(ran.exitCode()).isEqualTo(1);
        assertThat(ran.err()).contains("No engine answers at http://localhost:");
    }

    private Ran invite(String agent) {
        var url = "http://localhost:" + engine.getAddress().getPort();
        var settings = new Settings(Map.of("ROTA_URL", url, "ROTA_TOKEN", "secret", "ROTA_DATA_DIR", "target/none"));
        return Ran.command(new InviteCommand(settings), agent);
    }

    private static HttpServer engine() {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/api/people/", exchange -> {
                var known = exchange.getRequestURI().getPath().equals("/api/people/ana/invitation")
                        && "Bearer secret".equals(exchange.getRequestHeaders().getFirst("Authorization"));
                var body = (known
                                ? "{\"url\":\"" + LINK + "\"}"
                                : "{\"status\":404,\"detail\":\"nobody of that name can be invited\"}")
                        .getBytes(UTF_8);
                exchange.sendResponseHeaders(known ? 200 : 404, body.length);
                exchange.getResponseBody().write(body);
                exchange.close();
            });
            server.start();
            return server;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
