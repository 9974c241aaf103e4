package dev.rota.flow.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import dev.rota.database.TestDatabase;
import dev.rota.desk.Company;
import dev.rota.desk.NewsOutcome;
import dev.rota.desk.Newsroom;
import dev.rota.desk.TicketNews;
import dev.rota.desk.TryAgain;
import dev.rota.downstream.back.Callbacks;
import dev.rota.flow.back.CallbackSignatures;
import dev.rota.flow.downstream.AdapterCompiler;
import dev.rota.flow.downstream.DownstreamRoutes;
import dev.rota.flow.work.WorkComponent;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PluginHelper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What helpdesks tell, through the real door, routes, Kamelets and database; the conversations are played. */
class HearBackTest {

    private static final String SECRET = "s3cret";
    private static final Duration SOON = Duration.ofSeconds(20);

    private final HikariDataSource source = TestDatabase.fresh();
    private final JdbcClient jdbc = JdbcClient.create(source);
    private final List<AutoCloseable> open = new ArrayList<>();
    private final List<TicketNews> heard = new CopyOnWriteArrayList<>();
    private final AtomicInteger failures = new AtomicInteger();
    private final HttpClient client = HttpClient.newHttpClient();
    private volatile NewsOutcome outcome = NewsOutcome.DONE;
    private int port;

    @BeforeEach
    void an_engine_that_listens_to_two_helpdesks() throws Exception {
        var company = TwoHelpdesks.company(SECRET);
        var beans = beans(company);
        open.add(beans);
        var camel = new DefaultCamelContext();
        var engine = new VertxHttpEngine(
                DoorSettings.of("127.0.0.1", 0), new Calls(Clock.systemUTC()), new Answers(new SimpleMeterRegistry()));
        var registry = camel.getRegistry();
        registry.bind("platform-http-engine", engine);
        for (var name : List.of("callbacks", "dueCallbacks", "newsReading", "hearing", "polls", "duePolls")) {
            registry.bind(name, beans.getBean(name));
        }
        var adapters = new AdapterCompiler(camel).compile(TwoHelpdesks.files(), company);
        registry.bind("callbackSignatures", new CallbackSignatures(() -> adapters));
        camel.addComponent("work", new WorkComponent(camel));
        for (var file : List.of("failures", "65-sync-back")) {
            PluginHelper.getRoutesLoader(camel)
                    .loadRoutes(PluginHelper.getResourceLoader(camel)
                            .resolveResource("file:routes/" + file + ".camel.yaml"));
        }
        camel.addRoutes(new DownstreamRoutes(Set.of("back.helpdesk", "poll.crm"), () -> adapters));
        camel.start();
        open.add(() -> {
            camel.stop();
            engine.stop();
        });
        port = engine.getServerPort();
    }

    @AfterEach
    void close() throws Exception {
        for (var n = open.size() - 1; n >= 0; n--) {
            open.get(n).close();
        }
        source.close();
    }

    @Test
    void what_a_helpdesk_signs_is_kept_before_it_is_answered_and_heard_in_its_order() throws Exception {
        for (var n = 0; n < 20; n++) {
            assertThat(post("helpdesk", reply("r" + n), SECRET)).isEqualTo(200);
        }

        await().atMost(SOON).until(() -> ofHelpdesk().size() == 20);
        assertThat(ofHelpdesk())
                .isEqualTo(IntStream.range(0, 20).mapToObj(n -> "r" + n).toList());
        await().atMost(SOON).until(() -> count("downstream = 'helpdesk'") == 0);
    }

    @Test
    void who_does_not_sign_is_told_nothing_whether_there_is_such_a_helpdesk_or_not() throws Exception {
        assertThat(post("helpdesk", reply("r"), "wrong")).isEqualTo(401);
        assertThat(post("nobody", reply("r"), SECRET)).isEqualTo(401);
        assertThat(post("crm", reply("r"), SECRET))
                .as("it is asked, and tells nothing")
                .isEqualTo(401);
        assertThat(post("", reply("r"), SECRET)).isEqualTo(401);

        assertThat(count("NOT polled")).isZero();
    }

    @Test
    void what_is_no_news_is_parked_with_its_bytes_and_the_reason_and_the_next_goes_on() throws Exception {
        assertThat(post("helpdesk", "{\"what\": \"party\"}", SECRET)).isEqualTo(200);
        assertThat(post("helpdesk", "hello", SECRET)).isEqualTo(200);
        assertThat(post("helpdesk", reply("next"), SECRET)).isEqualTo(200);

        await().atMost(SOON).until(() -> ofHelpdesk().contains("next"));
        assertThat(jdbc.sql("SELECT split_part(reason, ';', 1) FROM callback WHERE state = 'parked' AND body <> ''")
                        .query(String.class)
                        .list())
                .containsExactlyInAnyOrder(
                        "helpdesk told what can't be read: news has a 'what' that is none of reply, note, owner, status",
                        "helpdesk told what can't be read: JsonParseException");
    }

    @Test
    void what_fails_because_something_is_busy_is_done_again_until_it_is_done() throws Exception {
        failures.set(2);
        assertThat(post("helpdesk", reply("r"), SECRET)).isEqualTo(200);

        await().atMost(SOON).until(() -> ofHelpdesk().equals(List.of("r")));
        assertThat(failures.get()).isNegative();
    }

    @Test
    void news_of_a_ticket_that_is_just_being_made_waits_until_it_is_known_and_other_strange_news_goes()
            throws Exception {
        outcome = NewsOutcome.STRANGE;
        assertThat(post("helpdesk", reply("elsewhere"), SECRET)).isEqualTo(200);
        await().atMost(SOON).until(() -> ofHelpdesk().size() == 1 && count("downstream = 'helpdesk'") == 0);

        jdbc.sql("INSERT INTO customer (id, created_at) VALUES (1, now())").update();
        jdbc.sql(
                        "INSERT INTO conversation (id, protocol, number, customer, status, queue, request_type, priority, epoch,"
                                + " opened_at, closed_at, last_message_at)"
                                + " VALUES (1, 'p', '1', 1, 'closed', 'q', 'none', 1, 1, now(), now(), now())")
                .update();
        jdbc.sql("INSERT INTO delivery (downstream, conversation, kind, reference, body, state, created_at, not_before)"
                        + " VALUES ('helpdesk', 1, 'ticket', 1, '', 'sending', now(), now())")
                .update();
        assertThat(post("helpdesk", reply("early"), SECRET)).isEqualTo(200);
        await().atMost(SOON).until(() -> ofHelpdesk().size() >= 3);
        assertThat(count("downstream = 'helpdesk'")).isEqualTo(1);

        outcome = NewsOutcome.DONE;
        await().atMost(SOON).until(() -> count("downstream = 'helpdesk'") == 0);
    }

    @Test
    void a_helpdesk_without_webhooks_is_asked_from_where_it_was_asked_last() {
        await().atMost(SOON)
                .until(() -> heard.stream()
                                .filter(news -> news.downstream().equals("crm"))
                                .count()
                        >= 8);

        assertThat(heard.stream()
                        .filter(news -> news.downstream().equals("crm"))
                        .map(TicketNews::key)
                        .limit(8)
                        .toList())
                .containsExactly("n0", "n1", "n1", "n2", "n2", "n3", "n3", "n4");
        assertThat(jdbc.sql("SELECT cursor FROM poll WHERE downstream = 'crm'")
                        .query(String.class)
                        .single())
                .isEqualTo("4");
    }

    private List<String> ofHelpdesk() {
        return heard.stream()
                .filter(news -> news.downstream().equals("helpdesk"))
                .map(TicketNews::key)
                .toList();
    }

    private int count(String condition) {
        return jdbc.sql("SELECT count(*) FROM callback WHERE state <> 'parked' AND " + condition)
                .query(Integer.class)
                .single();
    }

    private static String reply(String key) {
        return "{\"key\": \"%s\", \"ticketId\": \"1\", \"what\": \"reply\", \"text\": \"Bom dia\"}".formatted(key);
    }

    private int post(String name, String body, String secret) throws Exception {
        var timestamp = Long.toString(Clock.systemUTC().instant().getEpochSecond());
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        var signed = mac.doFinal(("m." + timestamp + "." + body).getBytes(StandardCharsets.UTF_8));
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/webhooks/downstream/" + name))
                .header("webhook-id", "m")
                .header("webhook-timestamp", timestamp)
                .header("webhook-signature", "v1," + Base64.getEncoder().encodeToString(signed))
                .POST(BodyPublishers.ofString(body));
        return client.send(request.build(), BodyHandlers.ofString()).statusCode();
    }

    private AnnotationConfigApplicationContext beans(Company company) {
        var beans = new AnnotationConfigApplicationContext();
        var transaction = new TransactionTemplate(new DataSourceTransactionManager(source));
        beans.registerBean(JdbcTemplate.class, () -> new JdbcTemplate(source));
        beans.registerBean(TransactionTemplate.class, () -> transaction);
        beans.registerBean("company", Supplier.class, () -> (Supplier<Company>) () -> company);
        beans.registerBean(Newsroom.class, () -> this::hear);
        beans.registerBean(Clock.class, Clock::systemUTC);
        beans.scan(Callbacks.class.getPackageName());
        beans.refresh();
        return beans;
    }

    private NewsOutcome hear(TicketNews news) {
        if (news.downstream().equals("helpdesk") && failures.getAndDecrement() > 0) {
            throw new TryAgain("the conversation is busy");
        }
        heard.add(news);
        return outcome;
    }
}
