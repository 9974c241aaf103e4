package dev.rota.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.zaxxer.hikari.HikariDataSource;
import dev.rota.config.ConfigReader;
import dev.rota.config.RuleFolders;
import dev.rota.database.TestDatabase;
import dev.rota.desk.Company;
import dev.rota.desk.Copy;
import dev.rota.desk.Delivery;
import dev.rota.desk.Gathering;
import dev.rota.desk.MessageStatus;
import dev.rota.desk.NewsOutcome;
import dev.rota.desk.Newsroom;
import dev.rota.desk.Outgoing;
import dev.rota.desk.Settled;
import dev.rota.desk.WorkSource;
import dev.rota.flow.downstream.AdapterCompiler;
import dev.rota.flow.downstream.DownstreamRoutes;
import dev.rota.flow.work.WorkComponent;
import dev.rota.whatsapp.Corpus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.spi.HeaderFilterStrategy;
import org.apache.camel.support.PluginHelper;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Webhooks on their way to the present system: the real outbox, routes and Kamelet, and a system that is played. */
class ForwardTest {

    private static final String SIGNATURE = "sha256=" + "Ab".repeat(32);
    private static final Duration SOON = Duration.ofSeconds(20);

    @TempDir
    private Path config = Path.of("");

    private final HikariDataSource source = TestDatabase.fresh();
    private final JdbcClient jdbc = JdbcClient.create(source);
    private final List<AutoCloseable> open = new ArrayList<>();

    @AfterEach
    void close() throws Exception {
        for (var each : open) {
            each.close();
        }
    }

    @Test
    void a_webhook_arrives_byte_for_byte_with_metas_signature_and_nothing_of_ours() throws Exception {
        var present = present();
        var outbox = running(Map.of("vendas", present.url("/webhooks/+5511?key=a%20b&c=d")));
        var body = Corpus.payload("text-with-lone-surrogate");

        outbox.send("forward.vendas", 1, body);

        await().atMost(SOON).until(() -> count("state = 'done' AND outcome = 'created' AND body = ''") == 1);
        assertThat(present.got()).hasSize(1);
        var got = present.got().get(0);
        assertThat(sha256(got.body())).isEqualTo(sha256(body));
        assertThat(got.signature()).isEqualTo(SIGNATURE);
        assertThat(got.type()).isEqualTo("application/json");
        assertThat(got.path()).isEqualTo("/webhooks/+5511?key=a%20b&c=d");
        assertThat(got.headers())
                .isSubsetOf(
                        "Accept-encoding",
                        "Connection",
                        "Content-length",
                        "Content-type",
                        "Host",
                        "User-agent",
                        "X-hub-signature-256");
    }

    @Test
    void whatever_is_not_yes_is_tried_again_until_it_is() throws Exception {
        var present = present();
        present.answer(503, 404, 302);
        var outbox = running(Map.of("vendas", present.url("/webhook")));

        outbox.send("forward.vendas", 1, Corpus.payload("text"));

        await().atMost(SOON).until(() -> count("state = 'done' AND attempts = 4") == 1);
        assertThat(present.got()).extracting(PresentSystem.Got::signature).containsOnly(SIGNATURE);
    }

    @Test
    void what_was_refused_for_72_hours_is_parked_with_its_bytes_and_the_reason() throws Exception {
        var present = present();
        present.answer(500);
        var outbox = running(Map.of("vendas", present.url("/webhook")));

        outbox.send("forward.vendas", 1, Corpus.payload("text"), Duration.ofHours(73));

        await().atMost(SOON)
                .until(() -> count("state = 'parked' AND body <> '' AND last_error = 'the present system answered 500'")
                        == 1);
    }

    @Test
    void a_system_that_hangs_holds_up_no_other() throws Exception {
        var hanging = present();
        hanging.hangFromNowOn();
        var other = present();
        var outbox = running(Map.of("vendas", hanging.url("/webhook"), "suporte", other.url("/webhook")));

        IntStream.range(0, 100).forEach(n -> outbox.send("forward.vendas", n, Corpus.payload("text")));
        outbox.send("forward.suporte", 1, Corpus.payload("text"));

        await().atMost(SOON).until(() -> !other.got().isEmpty() && hanging.got().size() == 8);
    }

    @Test
    void numbers_with_one_address_share_its_places_and_its_name() throws Exception {
        var company = company(Map.of("vendas", "https://desk.example/w", "suporte", "https://desk.example/w"));

        assertThat(company.numbers().values())
                .extracting(number -> number.forward())
                .containsOnly("forward.vendas");
        assertThat(company.downstreams()).containsKey("forward.vendas").doesNotContainKey("forward.suporte");
    }

    private PresentSystem present() throws IOException {
        var present = new PresentSystem();
        open.add(present);
        return present;
    }

    private Company company(Map<String, String> forwards) throws IOException {
        try (var files = Files.list(Path.of("config"))) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var text = Files.readString(file);
                for (var forward : forwards.entrySet()) {
                    text = text.replace(
                            "\n  " + forward.getKey() + ":",
                            "\n  " + forward.getKey() + ":\n    forward: \"" + forward.getValue() + "\"");
                }
                Files.writeString(
                        config.resolve(file.getFileName()),
                        file.endsWith("numbers.yaml") ? text : Files.readString(file));
            }
        }
        return ConfigReader.read(config, name -> "http://127.0.0.1:1").required();
    }

    private Sender running(Map<String, String> forwards) throws Exception {
        var company = company(forwards);
        var beans = new AnnotationConfigApplicationContext();
        var transaction = new TransactionTemplate(new DataSourceTransactionManager(source));
        beans.registerBean(JdbcTemplate.class, () -> new JdbcTemplate(source));
        beans.registerBean(TransactionTemplate.class, () -> transaction);
        beans.registerBean("company", Supplier.class, () -> (Supplier<Company>) () -> company);
        beans.registerBean(Settled.class, Unconcerned::new);
        beans.registerBean(ObjectMapper.class, () -> new ObjectMapper());
        beans.registerBean(Gathering.class, () -> Gathering.NONE);
        beans.registerBean(Clock.class, Clock::systemUTC);
        beans.registerBean(Newsroom.class, () -> news -> NewsOutcome.STRANGE);
        beans.scan("dev.rota.downstream", "dev.rota.flow.downstream");
        beans.refresh();
        var camel = camel(beans, company);
        open.add(camel::stop);
        open.add(beans);
        return new Sender(beans.getBean(Outgoing.class), transaction);
    }

    private static DefaultCamelContext camel(AnnotationConfigApplicationContext beans, Company company)
            throws Exception {
        var camel = new DefaultCamelContext();
        var registry = camel.getRegistry();
        registry.bind("dueDeliveries", WorkSource.class, beans.getBean("dueDeliveries", WorkSource.class));
        registry.bind("outcomes", beans.getBean("outcomes"));
        registry.bind("helpdeskAnswers", beans.getBean("helpdeskAnswers"));
        registry.bind("webhookSignature", beans.getBean("webhookSignature"));
        registry.bind("ticketHeaders", HeaderFilterStrategy.class, beans.getBean("ticketHeaders"));
        registry.bind("copyHeaders", HeaderFilterStrategy.class, new FlowConfiguration().copyHeaders());
        camel.addComponent("work", new WorkComponent(camel));
        camel.getPropertiesComponent().addInitialProperty("rota.deliveries", "work:dueDeliveries?elastic=true");
        for (var file : List.of("failures", "60-deliver")) {
            PluginHelper.getRoutesLoader(camel)
                    .loadRoutes(PluginHelper.getResourceLoader(camel)
                            .resolveResource("file:routes/" + file + ".camel.yaml"));
        }
        var adapters = new AdapterCompiler(camel).compile(RuleFolders.readRoutes(Path.of("routes")), company);
        camel.addRoutes(new DownstreamRoutes(company.downstreams().keySet(), () -> adapters));
        camel.start();
        return camel;
    }

    private int count(String condition) {
        return jdbc.sql("SELECT count(*) FROM delivery WHERE kind = 'copy' AND conversation IS NULL AND " + condition)
                .query(Integer.class)
                .single();
    }

    private static String sha256(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }

    /** Puts copies into the outbox as a commit does. */
    private final class Sender {
        private final Outgoing outgoing;
        private final TransactionTemplate transaction;

        Sender(Outgoing outgoing, TransactionTemplate transaction) {
            this.outgoing = outgoing;
            this.transaction = transaction;
        }

        void send(String downstream, long event, byte[] body) {
            send(downstream, event, body, Duration.ZERO);
        }

        void send(String downstream, long event, byte[] body, Duration ago) {
            var copy = new Delivery(downstream, null, Delivery.Kind.COPY, event, new Copy(SIGNATURE, body));
            transaction.executeWithoutResult(status -> {
                outgoing.add(List.of(copy));
                outgoing.add(List.of(copy)); // the same again is not sent twice
                jdbc.sql("UPDATE delivery SET created_at = created_at - make_interval(secs => ?)")
                        .param(ago.toSeconds())
                        .update();
            });
        }
    }

    /** Copies are about no conversation, so nobody hears of them here. */
    private static final class Unconcerned implements Settled {
        @Override
        public void accepted(long message, String wamid) {
            throw new AssertionError("no reply was sent");
        }

        @Override
        public void joined(long message) {
            throw new AssertionError("no reply was sent");
        }

        @Override
        public void failed(long message, MessageStatus status, @Nullable String error) {
            throw new AssertionError("no reply was sent");
        }

        @Override
        public void touched(Collection<Long> conversations) {
            assertThat(conversations).as("a copy is about none").isEmpty();
        }
    }
}
