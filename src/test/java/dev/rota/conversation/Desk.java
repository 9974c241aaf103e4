package dev.rota.conversation;

import com.zaxxer.hikari.HikariDataSource;
import dev.rota.config.ConfigReader;
import dev.rota.database.TestDatabase;
import dev.rota.desk.Attachment;
import dev.rota.desk.Attachments;
import dev.rota.desk.AutomaticTexts;
import dev.rota.desk.Company;
import dev.rota.desk.Completion;
import dev.rota.desk.Delivery;
import dev.rota.desk.Effects;
import dev.rota.desk.Event;
import dev.rota.desk.Gathering;
import dev.rota.desk.Heard;
import dev.rota.desk.Identity;
import dev.rota.desk.Inquiries;
import dev.rota.desk.MovableClock;
import dev.rota.desk.Newsroom;
import dev.rota.desk.Number.Mode;
import dev.rota.desk.Profile;
import dev.rota.desk.Role;
import dev.rota.desk.Rules;
import dev.rota.desk.Settled;
import dev.rota.desk.Source;
import dev.rota.desk.Status;
import dev.rota.desk.Ticket;
import dev.rota.desk.Turn;
import dev.rota.desk.Viewer;
import dev.rota.flow.triage.AskedFacts;
import dev.rota.inquiry.Content;
import dev.rota.inquiry.Said;
import dev.rota.routing.Because;
import dev.rota.routing.Decision;
import dev.rota.routing.Priority;
import dev.rota.routing.Triage;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The example company's ledger on a database of its own, with the journal and the outbox played by lists. */
final class Desk implements AutoCloseable {

    static final Instant TUESDAY_MORNING = Instant.parse("2026-11-24T10:00:00-03:00");
    static final String SUPORTE = "106540352242923";

    final MovableClock clock = new MovableClock(TUESDAY_MORNING);
    volatile Company company =
            ConfigReader.read(Path.of("config"), name -> "test").required().saying(AutomaticTexts.NONE);
    private volatile String hash = "set-1";

    volatile Triage triage = inquiry -> {
        throw new AssertionError("a test decides by itself");
    };
    final HikariDataSource source;
    final JdbcClient jdbc;
    final LedgerWriter ledger;
    final Commands commands;
    final Beginnings beginnings;
    final Notes notes;
    final Newsroom newsroom;
    final Presences presences;
    final Pauses pauses;
    final FloorActions floorActions;
    final Drainer drainer;
    final Redecisions redecisions;
    final Patiences patiences;
    final Exceptions exceptions;
    final Switchovers switchovers;
    final DueSwitchovers due;
    final OverrideParts overrides;
    final Standings standings;
    final Settled settled;
    final Inbox inbox;
    final List<Delivery> told;
    final List<Attachment> brought = new CopyOnWriteArrayList<>();

    /** Uploads that wait to be sent, and files that wait to be asked for again. */
    final Set<Long> uploads = new HashSet<>();

    final Attachments files = new ListedFiles(brought, uploads);
    final List<String> parked = new CopyOnWriteArrayList<>();
    final KnownTemplates templates = new KnownTemplates();
    volatile Runnable beforeTelling = () -> {};
    final Set<Long> takenOver = new HashSet<>();
    private final AtomicLong events = new AtomicLong();

    Desk() {
        this(TestDatabase.fresh());
    }

    /** Another engine on a database that may have one already. */
    Desk(HikariDataSource source) {
        this.source = source;
        jdbc = JdbcClient.create(source);
        var transaction = new TransactionTemplate(new DataSourceTransactionManager(source));
        exceptions = new Exceptions(this::rules, jdbc, clock);
        var outbox = new ListedOutbox(jdbc, clock, () -> beforeTelling.run());
        told = outbox.told;
        var parts = Ledgers.of(
                jdbc,
                transaction,
                exceptions,
                new AskedFacts(),
                new Journal(),
                Gathering.NONE,
                outbox,
                templates,
                files,
                clock,
                "http://rota.example");
        ledger = parts.ledger();
        commands = parts.commands();
        beginnings = parts.beginnings();
        notes = parts.notes();
        newsroom = parts.newsroom();
        presences = parts.presences();
        pauses = parts.pauses();
        floorActions = parts.floorActions();
        drainer = parts.drainer();
        redecisions = parts.redecisions();
        patiences = parts.patiences();
        switchovers = parts.switchovers().switchovers();
        due = parts.switchovers().due();
        overrides = parts.overrides();
        standings = new Standings(jdbc, exceptions, clock);
        settled = new Settlements(jdbc, new Records(jdbc), clock);
        inbox = new InboxConfiguration().inbox(jdbc, new DataSourceTransactionManager(source), () -> company);
        ledger.start();
    }

    @Override
    public void close() {
        ledger.close();
        source.close();
    }

    private Rules rules() {
        return new Rules(hash, company, triage);
    }

    /** Other rules come into force, on all engines. */
    void swap(String rules, Company known, Triage decides) {
        jdbc.sql("INSERT INTO rules (hash) VALUES (?)").param(rules).update();
        jdbc.sql("INSERT INTO swap (rules, at, engine) VALUES (?, now(), 'one')")
                .param(rules)
                .update();
        follow(rules, known, decides);
    }

    /** They come into force on this engine, after others. */
    void follow(String rules, Company known, Triage decides) {
        hash = rules;
        company = known;
        triage = decides;
    }

    /** From now on the number 'suporte' runs in that mode. */
    void mode(Mode mode) {
        company = Companies.inMode(company, "suporte", mode);
    }

    Heard.Message message(String from, String text) {
        return message(List.of(new Identity(Identity.Kind.WA_ID, from)), text);
    }

    Heard.Message message(List<Identity> from, String text) {
        var said = Said.of("wamid." + UUID.randomUUID(), new Content.Text(text), clock.instant());
        return Heard.Message.of(event(), from, Profile.named("Maria"), said);
    }

    static Identity waId(String value) {
        return new Identity(Identity.Kind.WA_ID, value);
    }

    static Identity userId(String value) {
        return new Identity(Identity.Kind.BSUID, value);
    }

    /** What somebody says in a shape of its own. */
    Heard.Message message(Source source, Identity who, String wamid, Content content, @Nullable String about) {
        var said = new Said(wamid, content, clock.instant(), true, null, null, about, false);
        return new Heard.Message(event(), source, List.of(who), List.of(), Profile.NONE, said);
    }

    /** Takes what somebody says all the way into the ledger; the rules send it to support. */
    void hear(Source source, String from, String wamid, Content content, @Nullable String about) {
        commit(turn(message(source, waId(from), wamid, content, about), "support"));
    }

    /** Why those that wait do, in the order in which they are served. */
    List<String> waitingReasons() {
        return inbox.list(Filter.NONE.withStatus(Status.WAITING), admin()).items().stream()
                .map(summary -> String.valueOf(summary.waitingReason()))
                .toList();
    }

    Whole whole(long conversation) {
        return inbox.find(conversation, admin()).orElseThrow();
    }

    Event event() {
        var id = events.incrementAndGet();
        return new Event(id, UUID.randomUUID(), "message", 0, SUPORTE, clock.instant(), new byte[0]);
    }

    /** What the routes make of a message: where it stands, and a decision when it needs one. */
    Turn turn(Heard.Message message, String queue) {
        var turn = standings.find(message);
        if (!turn.needsDecision()) {
            return turn;
        }
        var rule = new Because("queue.camel.yaml", 11, "outage-at-night", "${body.requestType} == 'outage'", "true");
        var composed = new Inquiries(clock, text -> "pt").compose(turn);
        return composed.with(new Decision("support", queue, Priority.NORMAL, null, hash, List.of(rule)));
    }

    void hear(String from, String text, String queue) {
        commit(turn(message(from, text), queue));
    }

    void commit(Effects effects) {
        ledger.commit(effects).join();
    }

    long conversationOf(String from) {
        return jdbc.sql("SELECT c.id FROM conversation c JOIN customer_identity i USING (customer)"
                        + " WHERE i.value = :from ORDER BY c.id DESC LIMIT 1")
                .param("from", from)
                .query(Long.class)
                .single();
    }

    String state(long conversation) {
        return jdbc.sql("SELECT status || ' ' || queue || ' ' || coalesce(owner, '-') || ' ' || epoch"
                        + " FROM conversation WHERE id = :id")
                .param("id", conversation)
                .query(String.class)
                .single();
    }

    int epoch(long conversation) {
        return count("SELECT epoch FROM conversation WHERE id = " + conversation);
    }

    int count(String sql) {
        return jdbc.sql(sql).query(Integer.class).single();
    }

    List<String> tickets(long conversation) {
        return told.stream()
                .filter(each -> Objects.equals(each.conversation(), conversation))
                .map(each -> each.key() + (each.body() instanceof Ticket ticket ? " " + ticket.status() : " reply"))
                .toList();
    }

    Viewer agent(String name) {
        return new Viewer(
                name,
                name,
                Role.AGENT,
                Set.of(Objects.requireNonNull(company.agents().get(name)).team()));
    }

    Viewer admin() {
        return new Viewer("admin", "Admin", Role.ADMIN, Set.of());
    }

    void pass(Duration time) {
        clock.pass(time);
    }

    /** Holds every event but those that another engine has taken over. */
    private final class Journal implements Completion {
        @Override
        public Set<Long> complete(List<Event> done) {
            return done.stream()
                    .map(Event::id)
                    .filter(id -> !takenOver.contains(id))
                    .collect(Collectors.toSet());
        }

        @Override
        public void park(Event event, String reason) {
            parked.add(reason);
        }
    }
}
