package dev.rota.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.zaxxer.hikari.HikariDataSource;
import dev.rota.config.ConfigReader;
import dev.rota.conversation.Answering;
import dev.rota.conversation.Commands;
import dev.rota.conversation.LedgerWriter;
import dev.rota.database.TestDatabase;
import dev.rota.desk.Attachment;
import dev.rota.desk.Attachments;
import dev.rota.desk.AutomaticTexts;
import dev.rota.desk.Cap;
import dev.rota.desk.Company;
import dev.rota.desk.Completion;
import dev.rota.desk.Event;
import dev.rota.desk.FactCheck;
import dev.rota.desk.Gathering;
import dev.rota.desk.Heard;
import dev.rota.desk.MovableClock;
import dev.rota.desk.Number;
import dev.rota.desk.Role;
import dev.rota.desk.Rules;
import dev.rota.desk.Viewer;
import dev.rota.desk.Wording;
import dev.rota.desk.WorkSource;
import dev.rota.flow.triage.AskedFacts;
import dev.rota.flow.work.WorkComponent;
import dev.rota.media.MediaFolders;
import dev.rota.whatsapp.Reader;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.apache.camel.component.http.HttpComponent;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.spi.HeaderFilterStrategy;
import org.apache.camel.support.PluginHelper;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The real ledger, outbox and routes of replies, on a database of their own; only Meta is played, and time is the test's. */
final class SendingDesk implements AutoCloseable {

    static final String NUMBER = "106540352242923";
    static final String CHANNEL = "whatsapp.suporte";
    static final Viewer ADMIN = new Viewer("admin", "Admin", Role.ADMIN, Set.of());
    private static final Instant START = Instant.parse("2026-11-24T12:00:00Z");

    final MovableClock clock = new MovableClock(START);
    final HikariDataSource source = TestDatabase.fresh();
    final JdbcClient jdbc = JdbcClient.create(source);
    final AnnotationConfigApplicationContext beans = new AnnotationConfigApplicationContext();
    private final DefaultCamelContext camel = new DefaultCamelContext();
    private final AtomicLong events = new AtomicLong();
    private volatile Company company = company("token");

    SendingDesk(String graph) throws Exception {
        wire();
        camel(graph);
    }

    /** A company whose secrets are that one, and whose number may send any number of messages. */
    static Company company(String secret) {
        var read = ConfigReader.read(Path.of("config"), name -> secret).required();
        var numbers = new HashMap<>(read.numbers());
        numbers.replaceAll((name, number) -> new Number(
                name,
                number.id(),
                number.display(),
                number.app(),
                number.calendar(),
                number.teams(),
                new Cap(1_000_000, Duration.ofSeconds(1)),
                null,
                Number.Mode.LIVE,
                number.badge()));
        return new Company(
                read.apps(),
                numbers,
                read.teams(),
                read.agents(),
                read.queues(),
                read.requestTypes(),
                read.fallback(),
                read.downstreams(),
                read.timetable(),
                AutomaticTexts.NONE,
                read.lookups());
    }

    /** Other secrets come into force, as when a file of theirs has changed. */
    void renew(String secret) {
        company = company(secret);
        beans.publishEvent(rules());
    }

    /** So many customers have written just now, and somebody is responsible for each. */
    void customers(int count) {
        jdbc.sql("INSERT INTO customer (id, created_at) SELECT n, now() FROM generate_series(1, ?) n")
                .param(count)
                .update();
        jdbc.sql(
                        "INSERT INTO conversation (id, protocol, number, customer, status, queue, request_type, priority, owner,"
                                + " epoch, opened_at, last_message_at, last_customer_at, reply_kind, reply_to)"
                                + " SELECT n, 'p' || n, :number, n, 'in_progress', 'support', 'none', 1, 'ana', 1, :at, :at,"
                                + " :at + interval '30 days', 'WA_ID', '55119' || lpad(n::text, 8, '0')"
                                + " FROM generate_series(1, :count) n")
                .param("number", NUMBER)
                .param("at", START.atOffset(ZoneOffset.UTC))
                .param("count", count)
                .update();
    }

    void reply(long conversation, String text) {
        var answer = new Answering(1, null, new Wording.Text(text), "said by a test");
        beans.getBean(Commands.class).reply(conversation, answer, ADMIN);
    }

    /** Takes news as the routes do. */
    void hear(List<FakeMeta.News> news) {
        var read = news.stream()
                .map(one -> event(FakeMeta.webhook(one, NUMBER, clock)))
                .toList();
        List<Heard> heard = beans.getBean(Reader.class).readAll(read);
        beans.getBean(LedgerWriter.class).commitAll(heard).join();
    }

    int count(String condition) {
        return jdbc.sql("SELECT count(*) FROM " + condition)
                .query(Integer.class)
                .single();
    }

    private Event event(byte[] body) {
        return new Event(events.incrementAndGet(), UUID.randomUUID(), "status", 0, NUMBER, clock.instant(), body);
    }

    private Rules rules() {
        return new Rules("set-1", company, inquiry -> {
            throw new AssertionError("nothing is decided here");
        });
    }

    private void wire() {
        var manager = new JdbcTransactionManager(source);
        beans.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "test",
                        Map.of(
                                "rota.graph-version", "v26.0",
                                "rota.public-url", "http://rota.example",
                                "rota.read-receipts", "false",
                                "rota.typing-indicators", "false")));
        beans.registerBean(DataSource.class, () -> source);
        beans.registerBean(PlatformTransactionManager.class, () -> manager);
        beans.registerBean(TransactionTemplate.class, () -> new TransactionTemplate(manager));
        beans.registerBean(JdbcTemplate.class, () -> new JdbcTemplate(source));
        beans.registerBean(JdbcClient.class, () -> jdbc);
        beans.registerBean(ObjectMapper.class, () -> new ObjectMapper());
        beans.registerBean(Gathering.class, () -> Gathering.NONE);
        beans.registerBean(Clock.class, () -> clock);
        beans.registerBean("company", Companies.class, () -> new Companies());
        beans.registerBean("rules", AllRules.class, () -> new AllRules());
        beans.registerBean(Completion.class, Journal::new);
        beans.registerBean(Attachments.class, NoFiles::new);
        beans.registerBean(FactCheck.class, AskedFacts::new);
        beans.scan("dev.rota.downstream", "dev.rota.conversation", "dev.rota.whatsapp");
        beans.refresh();
    }

    private void camel(String graph) throws Exception {
        var registry = camel.getRegistry();
        for (var name : List.of("dueDeliveries", "templateQuestions", "dueSignals")) {
            registry.bind(name, WorkSource.class, beans.getBean(name));
        }
        for (var name : List.of("outcomes", "graph", "graphUploads", "graphSignals")) {
            registry.bind(name, beans.getBean(name));
        }
        registry.bind("uploads", MediaFolders.keptUploads(jdbc, beans.getBean(TransactionTemplate.class), clock));
        registry.bind("graphHeaders", HeaderFilterStrategy.class, new FlowConfiguration().graphHeaders());
        camel.addComponent("work", new WorkComponent(camel));
        camel.getComponent("http", HttpComponent.class).setAutomaticRetriesDisabled(true);
        camel.getPropertiesComponent().addInitialProperty("rota.deliveries", "work:dueDeliveries?elastic=true");
        camel.getPropertiesComponent().addInitialProperty("rota.graph-url", graph);
        for (var file : List.of("failures", "60-deliver", "80-reply")) {
            PluginHelper.getRoutesLoader(camel)
                    .loadRoutes(PluginHelper.getResourceLoader(camel)
                            .resolveResource("file:routes/" + file + ".camel.yaml"));
        }
        camel.start();
    }

    /** Nobody sends or brings a file here. */
    private static final class NoFiles implements Attachments {

        @Override
        public void expect(List<Attachment> attachments) {
            assertThat(attachments).isEmpty();
        }

        @Override
        public boolean attach(long file, long conversation, long message) {
            throw new AssertionError("there is no upload");
        }

        @Override
        public boolean again(long file, long conversation) {
            throw new AssertionError("there is no file");
        }
    }

    @Override
    public void close() {
        camel.stop();
        beans.close();
        source.close();
    }

    private final class Companies implements Supplier<Company> {
        @Override
        public Company get() {
            return company;
        }
    }

    private final class AllRules implements Supplier<Rules> {
        @Override
        public Rules get() {
            return rules();
        }
    }

    /** Holds every event. */
    private static final class Journal implements Completion {
        @Override
        public Set<Long> complete(List<Event> done) {
            return done.stream().map(Event::id).collect(Collectors.toSet());
        }

        @Override
        public void park(Event event, String reason) {
            throw new AssertionError(reason);
        }
    }
}
