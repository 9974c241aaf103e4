package dev.rota.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rota.whatsapp.simulated.DoorClient;
import dev.rota.whatsapp.simulated.Person;
import dev.rota.whatsapp.simulated.RecordingDoor;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MetaSimulatorTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Person MARINA = new Person("+55 11 90000-0101", "Marina");

    private final RecordingDoor door = new RecordingDoor();
    private final Clock clock = Clock.fixed(Instant.parse("2026-11-24T13:00:00Z"), ZoneOffset.UTC);
    private final Chats chats = new Chats();
    private final Later never = new Later();
    private final MetaSimulator meta = new MetaSimulator(
            DemoCompany::make,
            chats,
            new StatusNews(
                    new MetaNetwork(
                            DemoCompany::make,
                            new DoorClient(URI.create("http://127.0.0.1:" + door.port() + "/webhooks/whatsapp")),
                            clock),
                    chats,
                    never,
                    clock),
            clock);

    @AfterEach
    void close() {
        never.close();
        door.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    106540352242922 | Bearer t | {"to":"5511900000101","type":"text","text":{"body":"oi"}}        | 200 | 0
                    106540352242922 | Bearer t | {"status":"read","message_id":"wamid.X"}                          | 200 | 0
                    106540352242922 |          | {"to":"5511900000101","type":"text","text":{"body":"oi"}}        | 401 | 190
                    1               | Bearer t | {"to":"5511900000101","type":"text","text":{"body":"oi"}}        | 400 | 100
                    106540352242922 | Bearer t | {"type":"text","text":{"body":"oi"}}                             | 400 | 100
                    106540352242922 | Bearer t | {"to":"5511900000101","type":"text","text":{"body":""}}          | 400 | 100
                    106540352242922 | Bearer t | {"to":"5511900000101","type":"template","template":{"name":"a"}} | 200 | 0
                    """)
    void it_answers_as_meta_does(String number, String authorization, String request, int status, int code)
            throws Exception {
        var answer = meta.send(number, authorization, JSON.readTree(request));

        assertThat(answer.status()).isEqualTo(status);
        assertThat(json(answer).at("/error/code").asInt()).isEqualTo(code);
    }

    @Test
    void a_customer_without_a_phone_is_reached_by_the_scoped_id() throws Exception {
        chats.meet(MARINA);

        var answer = meta.send(
                "106540352242922",
                "Bearer t",
                JSON.createObjectNode()
                        .put("recipient", MARINA.userId())
                        .put("type", "text")
                        .set("text", JSON.createObjectNode().put("body", "oi")));

        assertThat(json(answer).at("/contacts/0/wa_id").asText()).isEqualTo(MARINA.waId());
        assertThat(chats.of("vendas", MARINA.waId())).singleElement().satisfies(line -> {
            assertThat(line.fromCustomer()).isFalse();
            assertThat(line.state()).isEqualTo("accepted");
        });
    }

    @Test
    void it_tells_a_numbers_account_and_the_accounts_templates() {
        var templates = new MetaTemplates();

        assertThat(JSON.<JsonNode>valueToTree(templates.health("1"))
                        .at("/health_status/entities/1/entity_type")
                        .asText())
                .isEqualTo("WABA");
        var page = JSON.<JsonNode>valueToTree(templates.page());
        assertThat(page.path("data").findValuesAsText("name"))
                .contains("retomar_conversa", "visita_agendada", "fibra_600");
        assertThat(page.path("data").findValuesAsText("status")).containsOnly("APPROVED");
        assertThat(page.path("paging").has("next")).isFalse();
    }

    private static JsonNode json(MetaSimulator.Answer answer) {
        return JSON.valueToTree(answer.body());
    }
}
