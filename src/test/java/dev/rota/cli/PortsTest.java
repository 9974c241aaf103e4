package dev.rota.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.ServerSocket;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PortsTest {

    @Test
    void every_port_that_is_taken_is_named_with_its_variable() throws Exception {
        try (var one = new ServerSocket(0);
                var two = new ServerSocket(0)) {
            var settings = settings(one.getLocalPort(), two.getLocalPort());

            assertThatThrownBy(() -> Ports.requireFree(settings))
                    .isInstanceOfSatisfying(CommandFailure.class, failure -> assertThat(failure.sentences())
                            .hasSize(2)
                            .anyMatch(sentence -> sentence.startsWith("Port " + one.getLocalPort() + " is not free")
                                    && sentence.endsWith("or set ROTA_PORT to another."))
                            .anyMatch(sentence -> sentence.contains("ROTA_WEBHOOK_PORT")));
        }
    }

    @Test
    void what_is_not_a_port_is_wrong_use() {
        assertThatThrownBy(() -> new Settings(Map.of("ROTA_PORT", "eighty")).port("ROTA_PORT", 8080))
                .hasMessage("ROTA_PORT is 'eighty', but a port is a number from 0 to 65535.");
    }

    private static Settings settings(int desk, int door) {
        return new Settings(Map.of(
                "ROTA_PORT", Integer.toString(desk),
                "ROTA_WEBHOOK_PORT", Integer.toString(door),
                "ROTA_MANAGEMENT_PORT", "0"));
    }
}
