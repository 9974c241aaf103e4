package dev.rota.cli;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Map;
import java.util.stream.Stream;

/** The ports that an engine listens on, looked at before it starts, so that all that are taken are named at once. */
final class Ports {

    private static final Map<String, Integer> DEFAULTS =
            Map.of("ROTA_PORT", 8080, "ROTA_WEBHOOK_PORT", 8081, "ROTA_MANAGEMENT_PORT", 8082);

    private Ports() {}

    static void requireFree(Settings settings) {
        var taken = DEFAULTS.keySet().stream()
                .sorted()
                .flatMap(name -> taken(name, settings.port(name, DEFAULTS.getOrDefault(name, 0))))
                .toList();
        if (!taken.isEmpty()) {
            throw CommandFailure.wrongUse(taken);
        }
    }

    private static Stream<String> taken(String name, int port) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true); // a port whose last connections still linger is free
            socket.bind(new InetSocketAddress(port));
            return Stream.of();
        } catch (IOException e) {
            return Stream.of("Port %d is not free (%s): end what uses it, or set %s to another."
                    .formatted(port, e.getMessage(), name));
        }
    }
}
