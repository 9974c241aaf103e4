package dev.rota.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.rota.desk.MessageStatus;
import dev.rota.desk.Templates;
import dev.rota.downstream.OpenCircuits;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/**
 * Replies through the real ledger, outbox and routes to a Meta that limits, fails, falls silent and tells things in no
 * order. {@code -Drota.replies=100000 -Djunit.jupiter.execution.timeout.mode=disabled} sends more of them, {@code
 * -Drota.seed=7} makes it another day.
 */
class RepliesTest {

    private static final org.slf4j.Logger log = LoggerFactory.getLogger(RepliesTest.class);
    private static final int REPLIES = Integer.getInteger("rota.replies", 600);
    private static final long SEED = Long.getLong("rota.seed", 1);
    private static final int CUSTOMERS = Math.max(100, REPLIES / 25);
    private static final int MOST_OPEN = 2000;
    private static final Duration PATIENCE = Duration.ofSeconds(60 + REPLIES / 20);

    @Test
    void each_reply_is_sent_at_most_once_and_each_doubt_is_settled_or_shown() throws Exception {
        try (var meta = new FakeMeta(SEED, false);
                var desk = new SendingDesk(meta.url())) {
            desk.customers(CUSTOMERS);
            var world = Executors.newScheduledThreadPool(2);
            var order = new Random(SEED);
            var time = world.scheduleWithFixedDelay(
                    () -> desk.clock.pass(Duration.ofMillis(300)), 10, 10, TimeUnit.MILLISECONDS);
            var webhooks =
                    world.scheduleWithFixedDelay(() -> desk.hear(some(meta, order)), 20, 20, TimeUnit.MILLISECONDS);
            try {
                IntStream.range(0, REPLIES).forEach(n -> {
                    if (n % 10_000 == 0) {
                        log.info("{} replies of {} written, {} sent", n, REPLIES, meta.sent());
                    }
                    if (n % 100 == 0) {
                        await().atMost(PATIENCE).until(() -> open(desk) < MOST_OPEN);
                    }
                    desk.reply(1 + n % CUSTOMERS, String.valueOf(n));
                });
                await().atMost(PATIENCE).until(() -> open(desk) == 0 && meta.isQuiet());
                assertThat(List.of(time.isDone(), webhooks.isDone())).containsOnly(false);
            } finally {
                world.shutdown();
                assertThat(world.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
            }
            var audit = Audit.of(desk, meta);

            log.info("{}", audit);
            assertThat(audit.faults()).isEmpty();
            assertThat(audit.total()).isEqualTo(REPLIES);
            assertThat(audit.sent() + audit.failed() + audit.unknown()).isEqualTo(REPLIES);
            assertThat(audit.unknown() + audit.settled()).isEqualTo(audit.ambiguous());
            assertThat(audit.settled()).as("statuses settle some").isPositive();
            assertThat(audit.failed()).isPositive();
        }
    }

    @Test
    void the_audit_finds_what_was_sent_twice_what_was_made_up_and_what_was_lost() throws Exception {
        try (var meta = new FakeMeta(SEED, true);
                var desk = new SendingDesk(meta.url())) {
            desk.customers(3);
            IntStream.range(0, 3).forEach(n -> desk.reply(1 + n, String.valueOf(n)));
            await().atMost(PATIENCE).until(() -> open(desk) == 0 && meta.isDone());
            desk.hear(some(meta, new Random(SEED)));
            assertThat(Audit.of(desk, meta).faults()).isEmpty();

            again(meta, "1");
            desk.jdbc
                    .sql("UPDATE message SET status = 'failed' WHERE text = '2'")
                    .update();
            desk.jdbc
                    .sql("UPDATE message SET text = 'never sent', status = 'read', wamid = 'w' WHERE text = '0'")
                    .update();

            assertThat(Audit.of(desk, meta).faults())
                    .containsExactlyInAnyOrder(
                            "'1' was sent 2 times",
                            "'2' is failed and was sent",
                            "'never sent' is read and was not sent");
        }
    }

    @Test
    void a_token_that_expires_stops_the_number_with_one_alert_until_the_new_one_and_nothing_is_lost() throws Exception {
        try (var meta = new FakeMeta(SEED, true);
                var desk = new SendingDesk(meta.url())) {
            var alerts = alerts();
            desk.customers(40);
            IntStream.range(0, 20).forEach(n -> desk.reply(1 + n, String.valueOf(n)));
            await().atMost(PATIENCE).until(() -> meta.sent() == 20 && open(desk) == 0);

            meta.token = "new token";
            IntStream.range(20, 40).forEach(n -> desk.reply(1 + n, String.valueOf(n)));
            await().atMost(PATIENCE).until(() -> desk.count("open_circuit") == 1);
            var stopped = meta.refusedTokens();
            desk.clock.pass(Duration.ofMinutes(2));
            await().atMost(PATIENCE).until(() -> meta.refusedTokens() > stopped);

            var circuits = desk.beans.getBean(OpenCircuits.class).all();
            assertThat(circuits).singleElement().satisfies(circuit -> {
                assertThat(circuit.downstream()).isEqualTo(SendingDesk.CHANNEL);
                assertThat(circuit.waiting()).isEqualTo(20);
                assertThat(circuit.reason()).contains("put a new one in its place");
                assertThat(circuit.since()).isBefore(desk.clock.instant());
            });
            assertThat(meta.sent()).isEqualTo(20);
            desk.hear(some(meta, new Random(SEED)));
            assertThat(desk.count("message WHERE status IN ('sent', 'delivered', 'read')"))
                    .as("what comes in is taken as ever")
                    .isPositive();

            desk.renew("new token");
            desk.clock.pass(Duration.ofSeconds(2));
            await().atMost(PATIENCE).until(() -> open(desk) == 0);
            assertThat(meta.sent()).isEqualTo(40);
            assertThat(IntStream.range(0, 40).map(n -> meta.sent(String.valueOf(n))))
                    .containsOnly(1);
            assertThat(desk.count("open_circuit")).isZero();
            assertThat(alerts.list)
                    .filteredOn(event -> event.getLevel() == Level.ERROR)
                    .singleElement()
                    .extracting(ILoggingEvent::getFormattedMessage)
                    .asString()
                    .startsWith("deliveries to whatsapp.suporte wait: Meta's error 190");
        }
    }

    @Test
    void the_templates_of_a_number_are_fetched_by_the_route_and_known_to_replies() throws Exception {
        try (var meta = new FakeMeta(SEED, true);
                var desk = new SendingDesk(meta.url())) {
            var templates = desk.beans.getBean(Templates.class);

            await().atMost(PATIENCE)
                    .until(() -> templates.of(SendingDesk.NUMBER).approved().size() == 1);
        }
    }

    private static ListAppender<ILoggingEvent> alerts() {
        var appender = new ListAppender<ILoggingEvent>();
        appender.start();
        ((Logger) LoggerFactory.getLogger("dev.rota.downstream.Circuits")).addAppender(appender);
        return appender;
    }

    private static int open(SendingDesk desk) {
        return desk.count("delivery WHERE state IN ('due', 'sending')");
    }

    /** Up to a hundred news, in no order. */
    private static List<FakeMeta.News> some(FakeMeta meta, Random order) {
        var some = new ArrayList<FakeMeta.News>();
        for (var next = meta.news.poll(); next != null; next = some.size() < 100 ? meta.news.poll() : null) {
            some.add(next);
        }
        Collections.shuffle(some, order);
        return some;
    }

    private static void again(FakeMeta meta, String text) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(meta.url() + "/v26.0/1/messages"))
                .header("Authorization", "Bearer " + meta.token)
                .POST(HttpRequest.BodyPublishers.ofString("{\"text\":{\"body\":\"" + text + "\"}}"))
                .build();
        HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.discarding());
    }

    /**
     * What became of all replies, by our ledger and by Meta.
     *
     * @param ambiguous requests of which Meta did not tell whether they sent
     * @param settled those whose fate a status told afterwards
     * @param faults where the two contradict each other
     */
    private record Audit(
            int total, int sent, int failed, int unknown, int settled, int ambiguous, List<String> faults) {

        static Audit of(SendingDesk desk, FakeMeta meta) {
            var faults = new ArrayList<String>();
            var counts = new int[3];
            var rows = desk.jdbc
                    .sql("SELECT text, status, wamid FROM message WHERE direction = 'out'")
                    .query((row, n) -> {
                        var text = row.getString("text");
                        var status = row.getString("status");
                        counts[kind(status, row.getString("wamid"))]++;
                        faults.addAll(faults(text, status, row.getString("wamid"), meta));
                        return text;
                    })
                    .list();
            return new Audit(
                    rows.size(),
                    counts[0],
                    counts[1],
                    counts[2],
                    desk.count("delivery WHERE outcome = 'settled'"),
                    meta.ambiguous(),
                    faults);
        }

        private static int kind(String status, String wamid) {
            return status.equals("failed") ? 1 : wamid == null ? 2 : 0;
        }

        private static List<String> faults(String text, String status, String wamid, FakeMeta meta) {
            var faults = new ArrayList<String>();
            var times = meta.sent(text);
            if (times > 1) {
                faults.add("'" + text + "' was sent " + times + " times");
            }
            if (status.equals("failed") && times > 0) {
                faults.add("'" + text + "' is failed and was sent");
            }
            if (wamid != null && !status.equals("failed") && times == 0) {
                faults.add("'" + text + "' is " + status + " and was not sent");
            }
            if (status.equals("queued") && wamid == null) {
                faults.add("'" + text + "' is still queued");
            }
            var told = meta.told(text);
            if (told != null
                    && !told.equals(MessageStatus.valueOf(status.toUpperCase(Locale.ROOT)))
                    && times == 1
                    && !status.equals("failed")) {
                faults.add("'" + text + "' is " + status + " and was " + told.label());
            }
            return faults;
        }
    }
}
