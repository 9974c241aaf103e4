package dev.rota.whole;

import dev.rota.config.ConfigReader;
import dev.rota.desk.Agent;
import dev.rota.desk.Company;
import dev.rota.desk.Number;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import org.springframework.util.FileSystemUtils;

/** What one test stands on: an empty folder in {@code target}, and the example company with more room and no nights off. */
record Ground(Path folder) {

    static final String APP_SECRET = "whole_app_secret";

    private static final Path REPLACED = Path.of("src/test/resources/whole/shifts.yaml");

    /** Below those that the kernel gives to callers, who would sit on a killed engine's port when it comes back. */
    private static final int FIRST_PORT = 12_000;

    private static final int LAST_PORT = 30_000;

    /** Room for everybody who writes, but not so much that a load counted twice would go unnoticed. */
    private static final int CAPACITY = 300;

    static Ground fresh(String name) {
        var ground = new Ground(Path.of("target", "whole", name).toAbsolutePath());
        try {
            FileSystemUtils.deleteRecursively(ground.folder);
            Files.createDirectories(ground.config());
            ground.copyConfig();
            ground.copyRoutes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return ground;
    }

    Path config() {
        return folder.resolve("config");
    }

    Path data() {
        return folder.resolve("data");
    }

    Company company() {
        return ConfigReader.read(config(), name -> "set").required();
    }

    Number number(String name) {
        return Objects.requireNonNull(company().numbers().get(name), name);
    }

    /** Nobody of sales is given anything, so what comes for them waits until somebody takes it. */
    void sendSalesAway() throws IOException {
        Files.writeString(
                config().resolve("shifts.yaml"),
                """

                leave:
                  - {agent: bia, from: 2020-01-01, to: 2099-12-31}
                  - {agent: caio, from: 2020-01-01, to: 2099-12-31}
                  - {agent: duda, from: 2020-01-01, to: 2099-12-31}
                """,
                StandardOpenOption.APPEND);
    }

    /** Lets each agent have so many conversations. */
    void giveRoom(int capacity) throws IOException {
        var teams = config().resolve("teams.yaml");
        Files.writeString(teams, Files.readString(teams).replaceAll("capacity: \\d+", "capacity: " + capacity));
    }

    /** How many conversations each agent may have. */
    Map<String, Integer> room() {
        return company().agents().values().stream().collect(Collectors.toMap(Agent::name, Agent::capacity));
    }

    /** What an engine's environment says, but for its ports and its name. */
    Map<String, String> environment(Helpdesk helpdesk) {
        var environment = new HashMap<>(environment());
        environment.put("ROTA_HELPDESK_URL", helpdesk.url().toString());
        environment.put("ROTA_HELPDESK_SECRET", "whole_helpdesk_secret");
        return environment;
    }

    /** The same without a helpdesk. */
    Map<String, String> environment() {
        return Map.ofEntries(
                Map.entry("ROTA_DATA_DIR", data().toString()),
                Map.entry("ROTA_CONFIG_DIR", config().toString()),
                Map.entry("ROTA_ROUTES_DIR", folder.resolve("routes").toString()),
                Map.entry("ROTA_BIND", "127.0.0.1"),
                Map.entry("ROTA_WHATSAPP_APP_SECRETS", APP_SECRET),
                Map.entry("ROTA_WHATSAPP_VERIFY_TOKEN", "whole_verify_token"),
                Map.entry("ROTA_WHATSAPP_ACCESS_TOKEN", "whole_access_token"),
                Map.entry("ROTA_ADMIN_PASSWORD", "whole_admin_password"));
    }

    static int freePort() {
        int port;
        do {
            port = ThreadLocalRandom.current().nextInt(FIRST_PORT, LAST_PORT);
        } while (!isFree(port));
        return port;
    }

    private static boolean isFree(int port) {
        try (var socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(port));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }

    /** Without the tests, which are of the company as it stands in the repository. */
    private void copyRoutes() throws IOException {
        FileSystemUtils.copyRecursively(Path.of("routes"), folder.resolve("routes"));
        FileSystemUtils.deleteRecursively(folder.resolve("routes/triage/tests"));
    }

    private void copyConfig() throws IOException {
        for (var file : new String[] {"numbers.yaml", "queues.yaml", "teams.yaml", "downstreams.yaml"}) {
            var text = Files.readString(Path.of("config", file))
                    .replaceAll("capacity: \\d+", "capacity: " + CAPACITY)
                    .replaceAll("parallel: \\d+", "parallel: 32");
            Files.writeString(config().resolve(file), text);
        }
        Files.copy(REPLACED, config().resolve("shifts.yaml"));
    }
}
