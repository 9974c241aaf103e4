package dev.rota.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CustomersImportCommandTest {

    private static final String WELL =
            "{\"read\":2,\"created\":1,\"changed\":1,\"unchanged\":0,\"refused\":0,\"lines\":[],\"complete\":true}";
    private static final String REFUSED = "{\"read\":3,\"created\":1,\"changed\":1,\"unchanged\":0,\"refused\":2,"
            + "\"lines\":[{\"line\":3,\"sentence\":\"id: expected a phone\"}],\"complete\":true}";

    @TempDir
    private Path folder = Path.of("");

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private volatile String answer = WELL;
    private HttpServer engine = engine();

    @BeforeEach
    void write() throws IOException {
        Files.writeString(folder.resolve("customers.csv"), "phone,tier\n5511987654321,gold\n");
    }

    @AfterEach
    void stop() {
        engine.stop(0);
    }

    @Test
    void it_sends_the_file_and_says_how_far_it_is_and_what_became_of_it() {
        var ran = take("customers.csv");

        assertThat(ran.exitCode()).isZero();
        assertThat(ran.out())
                .isEqualToIgnoringNewLines("2 lines: 1 customers are new, 1 changed, 0 as before, 0 refused");
        assertThat(ran.err()).contains("100 % of the file");
        assertThat(asked).containsExactly("/api/customers/import text/csv phone,tier\n5511987654321,gold\n");
    }

    @Test
    void refused_lines_stand_there_with_their_numbers_and_it_fails_with_one() {
        answer = REFUSED;
        var ran = take("customers.csv");

        assertThat(ran.exitCode()).isEqualTo(1);
        assertThat(ran.out()).contains("customers.csv:3: id: expected a phone", "and 1 more lines");
        assertThat(take("customers.csv", "--json").out().strip()).isEqualTo(REFUSED);
    }

    @Test
    void a_file_that_is_not_there_is_wrong_use() {
        assertThat(take("nowhere.csv").exitCode()).isEqualTo(2);
        assertThat(take(".").err()).contains("is no file that can be read");
        assertThat(asked).isEmpty();
    }

    private Ran take(String name, String... words) {
        var url = "http://localhost:" + engine.getAddress().getPort();
        var settings = new Settings(Map.of("ROTA_URL", url, "ROTA_TOKEN", "secret", "ROTA_DATA_DIR", "target/none"));
        var all = new ArrayList<>(List.of(words));
        all.add(folder.resolve(name).toString());
        return Ran.command(new CustomersImportCommand(settings), all.toArray(String[]::new));
    }

    private HttpServer engine() {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/", exchange -> {
                var body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
                asked.add(exchange.getRequestURI() + " "
                        + exchange.getRequestHeaders().getFirst("Content-Type") + " " + body);
                var bytes = answer.getBytes(UTF_8);
                exchange.sendResponseHeaders(200, bytes.length);
                exchange.getResponseBody().write(bytes);
                exchange.close();
            });
            server.start();
            return server;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
