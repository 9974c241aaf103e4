package dev.rota.demo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rota.database.TestDatabase;
import dev.rota.desk.Company;
import dev.rota.whatsapp.simulated.RecordingDoor;
import java.net.URI;
import java.net.URLEncoder;
import java.time.Clock;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@SpringBootTest(
        classes = DemoPagesTest.Surroundings.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"rota.demo.trickle=false", "camel.main.routes-include-pattern=false"})
@ActiveProfiles("demo")
class DemoPagesTest {

    private static final RecordingDoor DOOR = new RecordingDoor();

    @Autowired
    private TestRestTemplate http = new TestRestTemplate();

    @Autowired
    private JdbcClient database = JdbcClient.create(TestDatabase.fresh());

    @DynamicPropertySource
    static void door(DynamicPropertyRegistry properties) {
        properties.add("rota.webhook-port", DOOR::port);
    }

    @BeforeEach
    void nothing_has_come_yet() {
        DOOR.values().clear();
    }

    @AfterAll
    static void close() {
        DOOR.close();
    }

    @Test
    void what_is_written_on_the_phone_reaches_the_door_signed_and_shows_as_stored() {
        var page = post(
                "/demo/phone/messages",
                Map.of("number", "suporte", "customer", "5511900000101", "text", "minha internet caiu <agora> 😕"));

        assertThat(page.getBody()).contains("Marina Duarte");
        assertThat(DOOR.values()).singleElement().satisfies(value -> {
            assertThat(value.at("/messages/0/text/body").asText()).isEqualTo("minha internet caiu <agora> 😕");
            assertThat(value.at("/contacts/0/profile/name").asText()).isEqualTo("Marina Duarte");
        });
        assertThat(chat("suporte", "5511900000101"))
                .contains("minha internet caiu &lt;agora&gt;")
                .contains("stored");
    }

    @Test
    void a_tap_is_sent_as_a_button() {
        post(
                "/demo/phone/messages",
                Map.of("number", "suporte", "customer", "5511900000102", "text", "", "button", "segunda-via"));

        assertThat(DOOR.values()
                        .get(0)
                        .at("/messages/0/interactive/button_reply/id")
                        .asText())
                .isEqualTo("segunda-via");
    }

    @Test
    void an_invented_customer_can_write_at_once() {
        post("/demo/phone/people", Map.of("name", "Zé", "phone", "+55 11 90000-0999", "number", "vendas"));

        assertThat(get("/demo/phone?number=vendas&customer=5511900000999").getBody())
                .contains("Zé")
                .contains("Nothing said yet");
    }

    @Test
    void a_reply_is_accepted_shown_on_the_phone_and_climbs_to_read() {
        var answer = reply(
                "106540352242922",
                "{\"messaging_product\":\"whatsapp\",\"to\":\"5511900000103\","
                        + "\"type\":\"text\",\"text\":{\"body\":\"Bom dia, sou a Bia.\"}}");

        assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.OK);
        var wamid = body(answer).at("/messages/0/id").asText();
        assertThat(wamid).startsWith("wamid.");
        await().untilAsserted(() -> assertThat(DOOR.values())
                .extracting(value -> value.at("/statuses/0/status").asText())
                .containsExactly("sent", "delivered", "read"));
        assertThat(DOOR.values().get(2).at("/statuses/0/id").asText()).isEqualTo(wamid);
        assertThat(chat("vendas", "5511900000103"))
                .contains("Bom dia, sou a Bia.")
                .contains("✓✓ read");
    }

    @Test
    void meta_refuses_a_number_that_it_does_not_know() {
        var answer = reply("1", "{\"to\":\"5511900000103\",\"type\":\"text\",\"text\":{\"body\":\"hi\"}}");

        assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.BAD_REQUEST);
        assertThat(body(answer).at("/error/code").asInt()).isEqualTo(100);
    }

    @Test
    void the_pages_forms_are_refused_without_their_token() {
        var form = new HttpHeaders();
        form.setContentType(MediaType.APPLICATION_FORM_URLENCODED);

        var answer = http.exchange(
                "/demo/phone/trickle", HttpMethod.POST, new HttpEntity<>("pause=true", form), String.class);

        assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.FORBIDDEN);
    }

    @Test
    void pages_allow_no_script_but_their_own() {
        for (var path : new String[] {"/demo/phone", "/demo/helpdesk"}) {
            var page = get(path);
            assertThat(page.getStatusCode()).isEqualTo(HttpStatus.OK);
            assertThat(page.getHeaders().getFirst("Content-Security-Policy")).contains("default-src 'self'");
            assertThat(page.getBody())
                    .contains("Panel", "Phone", "Helpdesk")
                    .doesNotContain("<script>", "style=", "onclick");
        }
        assertThat(get("/demo/demo.css").getStatusCode()).isEqualTo(HttpStatus.OK);
    }

    @Test
    void the_helpdesk_counts_what_it_is_sent() {
        var headers = new HttpHeaders();
        headers.setContentType(MediaType.APPLICATION_JSON);
        headers.set("Idempotency-Key", "42:ticket:1");
        var answer = http.exchange(
                "/demo/helpdesk/tickets",
                HttpMethod.POST,
                new HttpEntity<>("{\"op\":\"ticket\",\"key\":\"42:ticket:1\"}", headers),
                JsonNode.class);

        assertThat(answer.getStatusCode().value()).isEqualTo(422);
        assertThat(get("/demo/helpdesk/tickets.json").getBody()).contains("\"requests\":1");
    }

    @Test
    void the_company_knows_its_invented_customers() {
        var known = database.sql("SELECT count(*) FROM customer_profile WHERE attributes ->> 'product' = 'fibre'")
                .query(Integer.class)
                .single();

        assertThat(known).isEqualTo(12);
    }

    private String chat(String number, String customer) {
        return String.valueOf(get("/demo/phone/chat?number=" + number + "&customer=" + customer)
                .getBody());
    }

    private ResponseEntity<String> get(String path) {
        return http.getForEntity(path, String.class);
    }

    private ResponseEntity<JsonNode> reply(String phoneNumberId, String json) {
        var headers = new HttpHeaders();
        headers.setContentType(MediaType.APPLICATION_JSON);
        headers.setBearerAuth("token");
        return http.exchange(
                "/demo/meta/v23.0/" + phoneNumberId + "/messages",
                HttpMethod.POST,
                new HttpEntity<>(json, headers),
                JsonNode.class);
    }

    private static JsonNode body(ResponseEntity<JsonNode> answer) {
        var body = answer.getBody();
        if (body == null) {
            throw new AssertionError("no body");
        }
        return body;
    }

    /** Posts a form as a browser does: with the token and the cookie of the page. */
    private ResponseEntity<String> post(String path, Map<String, String> fields) {
        var page = get("/demo/phone");
        var token = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"").matcher(String.valueOf(page.getBody()));
        assertThat(token.find()).isTrue();
        var headers = new HttpHeaders();
        headers.setContentType(MediaType.APPLICATION_FORM_URLENCODED);
        headers.set(HttpHeaders.COOKIE, String.valueOf(page.getHeaders().getFirst(HttpHeaders.SET_COOKIE)));
        var form = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
                .collect(Collectors.joining("&", "", "&_csrf=" + URLEncoder.encode(token.group(1), UTF_8)));
        return http.exchange(
                URI.create(http.getRootUri() + path), HttpMethod.POST, new HttpEntity<>(form, headers), String.class);
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @Import({
        DemoConfiguration.class,
        DemoSecurity.class,
        PhonePage.class,
        HelpdeskPage.class,
        HelpdeskEndpoint.class,
        MetaEndpoint.class
    })
    static class Surroundings {

        @Bean
        DataSource dataSource() {
            return TestDatabase.fresh();
        }

        @Bean
        Clock clock() {
            return Clock.systemUTC();
        }

        @Bean
        Supplier<Company> company() {
            return DemoCompany::make;
        }
    }
}
