package dev.rota.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rota.desk.App;
import dev.rota.desk.Company;
import dev.rota.desk.SignatureRefused;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SignatureTest {

    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
    private static final byte[] BODY =
            "{\"object\":\"whatsapp_business_account\",\"entry\":[]}".getBytes(StandardCharsets.UTF_8);
    private static final String HEX = "dec6a680679a968e7e0319355b23599cbfc54502c0784668e9618baa0c633756";

    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Vector(String name, String secret, byte[] body, String header) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Vector> vectors() throws IOException {
        var file = Path.of("src/test/resources/signature-vectors.json").toFile();
        return StreamSupport.stream(new ObjectMapper().readTree(file).spliterator(), false)
                .map(SignatureTest::vector);
    }

    private static Vector vector(JsonNode node) {
        var body = HexFormat.of().parseHex(node.path("body_hex").asText());
        return new Vector(
                node.path("name").asText(),
                node.path("secret").asText(),
                body,
                node.path("header").asText());
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void a_vector_is_verified_under_its_secret(Vector vector) {
        var signature = new Signature(() -> ExampleCompany.withSecrets(new App.Secret(vector.secret(), null)));

        assertThat(signature
                        .verify(WebhookCall.news(vector.header(), vector.body(), NOW))
                        .bytes())
                .isSameAs(vector.body());
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void a_vector_is_refused_under_another_secret(Vector vector) {
        var signature = new Signature(() -> ExampleCompany.withSecrets(new App.Secret("another", null)));

        assertRefused(signature, vector.header(), vector.body());
    }

    @ParameterizedTest
    @MethodSource("wrongForms")
    void a_header_of_another_form_is_refused(String header) {
        assertRefused(new Signature(ExampleCompany::simple), header, BODY);
    }

    static List<String> wrongForms() {
        return List.of(
                "",
                "sha256=",
                HEX,
                "sha1=" + HEX.substring(0, 40),
                "sha1=" + HEX,
                "SHA256=" + HEX,
                "sha256=" + HEX.substring(1),
                "sha256=" + HEX + "0",
                " sha256=" + HEX,
                "sha256=" + HEX + " ",
                "sha256=" + HEX.substring(0, 63) + "g",
                "sha256=" + HEX.substring(0, 63) + "６",
                "sha256=" + "0".repeat(64));
    }

    @Test
    void a_missing_header_is_refused() {
        assertThatThrownBy(() -> new Signature(ExampleCompany::simple).verify(WebhookCall.news(null, BODY, NOW)))
                .isInstanceOf(SignatureRefused.class);
    }

    @Test
    void upper_case_digits_are_as_good() {
        var header = "sha256=" + HEX.toUpperCase(Locale.ROOT);

        assertThat(new Signature(ExampleCompany::simple).verify(WebhookCall.news(header, BODY, NOW)))
                .isNotNull();
    }

    @Test
    void one_byte_more_is_another_body() {
        var longer = new String(BODY, StandardCharsets.UTF_8) + "\n";

        assertRefused(new Signature(ExampleCompany::simple), "sha256=" + HEX, longer.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void each_secret_of_each_app_is_tried() {
        var right = new App.Secret(ExampleCompany.SECRET, null);
        var other = new App.Secret("another", null);
        var company = ExampleCompany.withApps(
                new App("first", List.of(other), null, null), new App("second", List.of(other, right), null, null));

        assertThat(new Signature(() -> company).verify(WebhookCall.news("sha256=" + HEX, BODY, NOW)))
                .isNotNull();
    }

    @Test
    void a_secret_counts_until_its_end() {
        var company = ExampleCompany.withSecrets(new App.Secret(ExampleCompany.SECRET, NOW));
        var signature = new Signature(() -> company);

        assertThat(signature.verify(WebhookCall.news("sha256=" + HEX, BODY, NOW.minusMillis(1))))
                .isNotNull();
        assertRefused(signature, "sha256=" + HEX, BODY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "empty"})
    void without_a_secret_nobody_is_believed(String secrets) {
        var company = secrets.equals("none")
                ? ExampleCompany.withSecrets()
                : ExampleCompany.withSecrets(new App.Secret("", null));

        assertRefused(new Signature(() -> company), "sha256=" + HEX, BODY);
    }

    @Test
    void a_swapped_company_brings_its_own_secrets() {
        var current = new AtomicReference<Company>(ExampleCompany.withSecrets(new App.Secret("another", null)));
        var signature = new Signature(current::get);
        assertRefused(signature, "sha256=" + HEX, BODY);

        current.set(ExampleCompany.simple());

        assertThat(signature.verify(WebhookCall.news("sha256=" + HEX, BODY, NOW)))
                .isNotNull();
    }

    private static void assertRefused(Signature signature, String header, byte[] body) {
        assertThatThrownBy(() -> signature.verify(WebhookCall.news(header, body, NOW)))
                .isInstanceOf(SignatureRefused.class)
                .hasMessageNotContaining(HEX);
    }
}
