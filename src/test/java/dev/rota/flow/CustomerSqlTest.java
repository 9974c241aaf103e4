package dev.rota.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rota.customer.Customers;
import dev.rota.database.TestDatabase;
import dev.rota.desk.Event;
import dev.rota.desk.ExampleCompany;
import dev.rota.desk.Heard;
import dev.rota.desk.Identity;
import dev.rota.desk.Identity.Kind;
import dev.rota.desk.Profile;
import dev.rota.desk.Rules;
import dev.rota.desk.Standing;
import dev.rota.desk.Turn;
import dev.rota.inquiry.Content;
import dev.rota.inquiry.Said;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.impl.DefaultCamelContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The customer query as the routes ask it. */
class CustomerSqlTest {

    private static final Rules UNASKED = new Rules("set-1", ExampleCompany.get(), inquiry -> {
        throw new AssertionError("a look-up decides nothing");
    });

    private static final DefaultCamelContext CAMEL = new DefaultCamelContext();
    private static final String QUERY =
            "sql:file:" + Path.of("routes/sql/customer.sql") + "?dataSource=#lookups&outputType=SelectOne";

    @BeforeAll
    static void start() {
        DataSource source = TestDatabase.fresh();
        var jdbc = JdbcClient.create(source);
        for (var waId : List.of("551187654321", "5511987654322", "551187654322")) {
            jdbc.sql("INSERT INTO customer_profile (id, name, tier) VALUES (?, 'Lia', ?)")
                    .params(waId, waId)
                    .update();
        }
        CAMEL.getRegistry().bind("lookups", new CountedParameters(source));
        CAMEL.start();
    }

    @AfterAll
    static void stop() {
        CAMEL.stop();
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "WA_ID, 551187654321,   551187654321,  customers answered",
        "WA_ID, 5511987654321,  551187654321,  customers answered for another form of the phone",
        "WA_ID, 5511987654322,  5511987654322, customers answered",
        "PHONE, +55 11 8765-4321, 551187654321, customers answered for another form of the phone",
        "WA_ID, 5511900000000,  ,              no such customer",
        "BSUID, BR.1,           ,              no such customer",
        "WA_ID, '1 OR 1=1',     ,              no such customer"
    })
    void a_customer_is_looked_up_by_every_form_of_the_phone_and_the_fact_says_which(
            Kind kind, String value, @Nullable String tier, String source) throws Exception {
        var turn = turn(new Identity(kind, value));
        try (ProducerTemplate template = CAMEL.createProducerTemplate()) {
            var customers = new Customers();
            var question = customers.ask(turn);
            @SuppressWarnings("unchecked")
            var row = (@Nullable Map<String, Object>) template.requestBody(QUERY, question);

            var answered = customers.answered(turn, row, question);

            assertThat(answered.customer().tier()).isEqualTo(tier);
            assertThat(answered.customer().attributes()).isEmpty();
            assertThat(answered.facts().get(0).source()).isEqualTo(source);
        }
    }

    private static Turn turn(Identity identity) {
        var at = Instant.EPOCH;
        var event = new Event(1, new UUID(0, 1), "message", 0, "101", at, new byte[0]);
        var said = Said.of("wamid.1", new Content.Text("oi"), at);
        var message = Heard.Message.of(event, List.of(identity), Profile.NONE, said);
        return Turn.of(UNASKED, message, Standing.NEW);
    }
}
