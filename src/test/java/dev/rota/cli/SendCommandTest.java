package dev.rota.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rota.whatsapp.simulated.RecordingDoor;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SendCommandTest {

    private final RecordingDoor door = new RecordingDoor();
    private final Map<String, String> environment = new HashMap<>(Map.of(
            "ROTA_CONFIG_DIR",
            "config",
            "ROTA_DATA_DIR",
            "target/no-such-folder",
            "ROTA_URL",
            "http://localhost:8080",
            "ROTA_WEBHOOK_PORT",
            Integer.toString(door.port()),
            Settings.APP_SECRETS,
            RecordingDoor.SECRET + ",an-older-one"));

    @AfterEach
    void close() {
        door.close();
    }

    @Test
    void it_writes_as_a_customer_and_says_what_the_door_answered() {
        var ran = send("--from", "+55 11 91234-5678", "--to", "suporte", "--name", "Ana", "caiu", "minha", "fibra");

        assertThat(ran).isEqualTo(new Ran(0, "stored (200)" + System.lineSeparator(), ""));
        assertThat(door.values()).singleElement().satisfies(value -> {
            assertThat(value.at("/metadata/phone_number_id").asText()).isEqualTo("106540352242923");
            assertThat(value.at("/messages/0/text/body").asText()).isEqualTo("caiu minha fibra");
            assertThat(value.at("/messages/0/from").asText()).isEqualTo("5511912345678");
            assertThat(value.at("/contacts/0/profile/name").asText()).isEqualTo("Ana");
        });
    }

    @Test
    void a_button_is_tapped_and_the_answer_can_be_json() {
        var ran = send("--from", "5511912345678", "--to", "suporte", "--button", "segunda-via", "--json");

        assertThat(ran.out()).startsWith("{\"status\":200,\"wamid\":\"wamid.");
        assertThat(door.values()
                        .get(0)
                        .at("/messages/0/interactive/button_reply/id")
                        .asText())
                .isEqualTo("segunda-via");
    }

    @Test
    void a_refusal_at_the_door_is_found() {
        environment.put(Settings.APP_SECRETS, "another");

        assertThat(send("--from", "5511912345678", "--to", "vendas", "oi"))
                .isEqualTo(new Ran(1, "not stored: the door answered 401" + System.lineSeparator(), ""));
    }

    @Test
    void without_a_secret_of_its_own_it_signs_with_the_demos(@TempDir Path data) {
        var made = DemoSecrets.readOrMake(data);
        environment.put("ROTA_DATA_DIR", data.toString());
        environment.put(Settings.APP_SECRETS, "");

        var ran = send("--from", "5511912345678", "--to", "vendas", "oi");

        assertThat(made.get(Settings.APP_SECRETS)).hasSize(48);
        assertThat(ran.out()).contains("401"); // the recording door knows another secret: it was signed, not refused
    }

    @Test
    void with_nobody_at_the_door_it_says_how_to_start_an_engine() {
        door.close();

        var ran = send("--from", "5511912345678", "--to", "vendas", "oi");

        assertThat(ran.exitCode()).isEqualTo(1);
        assertThat(ran.err())
                .startsWith("rota: No engine answers at http://localhost:")
                .contains("./rota demo");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    --from=5511912345678 --to=compras oi | has no number 'compras'; it has suporte, vendas.
                    --from=12 --to=vendas oi             | --from is not a phone
                    --from=5511912345678 --to=vendas     | There is no TEXT to send.
                    --from=5511912345678 oi              | Missing required option: '--to=NUMBER'
                    """)
    void wrong_use_is_one_sentence(String words, String sentence) {
        var ran = send(words.split(" ", -1));

        assertThat(ran.exitCode()).isEqualTo(2);
        assertThat(ran.err()).contains(sentence);
        assertThat(door.values()).isEmpty();
    }

    @Test
    void without_any_secret_it_says_where_one_may_come_from() {
        environment.remove(Settings.APP_SECRETS);

        var ran = send("--from", "5511912345678", "--to", "vendas", "oi");

        assertThat(ran.exitCode()).isEqualTo(2);
        assertThat(ran.err()).contains("set ROTA_WHATSAPP_APP_SECRETS, or run a demo");
    }

    private Ran send(String... words) {
        return Ran.command(new SendCommand(new Settings(environment)), words);
    }
}
