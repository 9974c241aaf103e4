package dev.rota.whatsapp.simulated;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rota.desk.Number;
import java.io.IOException;
import java.time.Instant;
import java.util.Base64;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MetaWebhookTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Person ANA = new Person("+55 11 90000-0101", "Ana Ávila 😀");
    private static final Number SUPORTE =
            new Number("suporte", "106540352242923", "+55 11 4000-1002", "fibranorte", "plantao", Set.of("support"));
    private static final Instant AT = Instant.parse("2026-11-24T13:00:00.900Z");

    private final MetaWebhook webhook = new MetaWebhook(SUPORTE);

    @Test
    void a_body_is_escaped_and_signed_byte_for_byte_as_in_the_published_vector() throws IOException {
        var vector = "{\"object\":\"whatsapp_business_account\",\"entry\":[{\"id\":\"1\",\"changes\":[{\"field\":"
                + "\"messages\",\"value\":{\"messages\":[{\"text\":{\"body\":\"Ol\\u00e1 \\ud83d\\ude00 a\\/b "
                + "\\u003Cb\\u003E 100\\u0025 x\\u0040y\"}}]}}]}]}";

        var body = MetaJson.write(JSON.readTree(vector));

        assertThat(new String(body, US_ASCII)).isEqualTo(vector);
        assertThat(SignedWebhook.sign(body, "test_app_secret").signature())
                .isEqualTo("sha256=0feaaa1a2f7e9763f92447f8a50c9e46bbe201c2496b75d940ffc5546847e500");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    test_app_secret | {"object":"whatsapp_business_account","entry":[]}   | sha256=dec6a680679a968e7e0319355b23599cbfc54502c0784668e9618baa0c633756
                    test_app_secret | {"object": "whatsapp_business_account", "entry": []} | sha256=56cbbaf4961c6cfdae48b7f116c047e5eb513d2c931baae63a2bc1afd26f803a
                    otro_secreto    | {"object":"whatsapp_business_account","entry":[]}   | sha256=769b03d8c2ae6498f2d1e1f7299c0ba55448c69d741e7b0bb243d852d8a8d8c7
                    """)
    void the_signature_is_over_the_exact_bytes(String secret, String body, String signature) {
        assertThat(SignedWebhook.sign(body.getBytes(US_ASCII), secret).signature())
                .isEqualTo(signature);
    }

    @Test
    void a_text_names_number_sender_profile_and_time() throws IOException {
        var value = valueOf(webhook.text(ANA, "wamid.X", AT, "caiu a internet"));

        assertThat(value.at("/metadata/phone_number_id").asText()).isEqualTo("106540352242923");
        assertThat(value.at("/metadata/display_phone_number").asText()).isEqualTo("551140001002");
        assertThat(value.at("/contacts/0/profile/name").asText()).isEqualTo("Ana Ávila 😀");
        assertThat(value.at("/contacts/0/wa_id").asText()).isEqualTo("5511900000101");
        var message = value.at("/messages/0");
        assertThat(message.at("/from").asText()).isEqualTo("5511900000101");
        assertThat(message.at("/id").asText()).isEqualTo("wamid.X");
        assertThat(message.at("/timestamp")).isEqualTo(JSON.readTree("\"1795525200\""));
        assertThat(message.at("/text/body").asText()).isEqualTo("caiu a internet");
    }

    @Test
    void a_tap_on_a_button_is_an_interactive_reply() throws IOException {
        var message = valueOf(webhook.button(ANA, "wamid.X", AT, "segunda-via", "Segunda via"))
                .at("/messages/0");

        assertThat(message.at("/type").asText()).isEqualTo("interactive");
        assertThat(message.at("/interactive/type").asText()).isEqualTo("button_reply");
        assertThat(message.at("/interactive/button_reply/id").asText()).isEqualTo("segunda-via");
    }

    @Test
    void a_status_names_the_message_and_its_recipient() throws IOException {
        var value = valueOf(webhook.status(ANA, "wamid.X", AT, "delivered"));

        assertThat(value.at("/statuses/0/status").asText()).isEqualTo("delivered");
        assertThat(value.at("/statuses/0/recipient_id").asText()).isEqualTo("5511900000101");
        assertThat(value.has("messages")).isFalse();
    }

    @Test
    void a_person_keeps_one_user_id_however_the_phone_is_written() {
        var same = new Person("5511900000101", "somebody");

        assertThat(ANA.userId()).matches("BR\\.\\d{17}").isEqualTo(same.userId());
        assertThat(new Person("+1 202 555 0101", "Eve").userId()).startsWith("US.");
    }

    @Test
    void a_message_id_is_fresh_and_holds_the_phone_as_metas_do() {
        var one = Wamid.inbound(ANA);

        assertThat(one).startsWith("wamid.HBgN").isNotEqualTo(Wamid.inbound(ANA));
        assertThat(new String(Base64.getDecoder().decode(one.substring(6)), US_ASCII))
                .contains("5511900000101");
    }

    private static JsonNode valueOf(byte[] body) throws IOException {
        return JSON.readTree(body).at("/entry/0/changes/0/value");
    }
}
