package dev.rota.flow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.rota.desk.MessageStatus;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Meta's Graph API as it behaves on a bad day: limits, errors, connections that end before the answer, answers without an
 * id. It tells by webhooks what became of messages, before its answer or after, twice or not at all; all by one seed.
 */
final class FakeMeta implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final List<MessageStatus> LADDER =
            List.of(MessageStatus.SENT, MessageStatus.DELIVERED, MessageStatus.READ);

    /** What Meta does with a request. */
    enum Fate {
        ACCEPT(700),
        NUMBER_RATE(50),
        PAIR_RATE(20),
        PASSING(30),
        REFUSE(40),
        SENT_THEN_500(30),
        ONLY_502(30),
        SENT_THEN_GONE(30),
        ONLY_GONE(20),
        SENT_WITHOUT_ID(50);

        private static final Set<Fate> DOUBTFUL =
                EnumSet.of(SENT_THEN_500, ONLY_502, SENT_THEN_GONE, ONLY_GONE, SENT_WITHOUT_ID);

        private final int weight;

        Fate(int weight) {
            this.weight = weight;
        }

        boolean sends() {
            return this == ACCEPT || this == SENT_THEN_500 || this == SENT_THEN_GONE || this == SENT_WITHOUT_ID;
        }

        boolean isAmbiguous() {
            return DOUBTFUL.contains(this);
        }
    }

    /** News as a webhook brings it. */
    record News(String wamid, String callbackData, MessageStatus status) {}

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer server;
    private final Random random;
    private final boolean calm;
    private final Map<String, Integer> sent = new ConcurrentHashMap<>();
    private final Map<String, MessageStatus> told = new ConcurrentHashMap<>();
    private final AtomicInteger ambiguous = new AtomicInteger();
    private final AtomicInteger refusedTokens = new AtomicInteger();
    private final AtomicInteger busy = new AtomicInteger();
    private final AtomicInteger wamids = new AtomicInteger();
    final ConcurrentLinkedQueue<News> news = new ConcurrentLinkedQueue<>();
    volatile String token = "token";

    /** @param calm whether every message is accepted */
    FakeMeta(long seed, boolean calm) throws IOException {
        this.random = new Random(seed);
        this.calm = calm;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** How often a message with that text reached its customer. */
    int sent(String text) {
        return sent.getOrDefault(text, 0);
    }

    int sent() {
        return sent.size();
    }

    /** The farthest that was told of a message. */
    @Nullable
    MessageStatus told(String text) {
        return told.get(text);
    }

    /** How many requests ended without telling whether the message was sent. */
    int ambiguous() {
        return ambiguous.get();
    }

    /** Whether nobody is being answered. */
    boolean isDone() {
        return busy.get() == 0;
    }

    /** Whether nobody is being answered, and all that happened has been told. */
    boolean isQuiet() {
        return isDone() && news.isEmpty();
    }

    int refusedTokens() {
        return refusedTokens.get();
    }

    private void handle(HttpExchange exchange) throws IOException {
        busy.incrementAndGet();
        try {
            take(exchange);
        } finally {
            busy.decrementAndGet();
        }
    }

    private void take(HttpExchange exchange) throws IOException {
        var body = exchange.getRequestBody().readAllBytes();
        if (!("Bearer " + token).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            refusedTokens.incrementAndGet();
            answer(exchange, 401, error(190));
        } else if (exchange.getRequestMethod().equals("GET")) {
            answer(exchange, 200, asked(exchange.getRequestURI().toString()));
        } else {
            send(exchange, JSON.readTree(body));
        }
    }

    /** The account of every number, and its one template. */
    private static String asked(String address) {
        return address.contains("/waba-1/message_templates?fields=name,")
                ? "{\"data\":[{\"name\":\"oi\",\"language\":\"pt_BR\",\"status\":\"APPROVED\"}]}"
                : address.endsWith("?fields=health_status")
                        ? "{\"health_status\":{\"entities\":[{\"entity_type\":\"WABA\",\"id\":\"waba-1\"}]}}"
                        : "{}";
    }

    private void send(HttpExchange exchange, JsonNode message) throws IOException {
        var fate = draw();
        var wamid = "wamid.out." + wamids.incrementAndGet();
        if (fate.isAmbiguous()) {
            ambiguous.incrementAndGet();
        }
        var later = fate.sends() ? deliver(message, wamid) : List.<News>of();
        switch (fate) {
            case ACCEPT -> answer(exchange, 200, "{\"messages\":[{\"id\":\"" + wamid + "\"}]}");
            case NUMBER_RATE -> answer(exchange, 400, error(130429));
            case PAIR_RATE -> answer(exchange, 400, error(131056));
            case PASSING -> answer(exchange, 500, error(131000));
            case REFUSE -> answer(exchange, 400, error(131026));
            case SENT_THEN_500 -> answer(exchange, 500, "{}");
            case ONLY_502 -> answer(exchange, 502, "<html>bad gateway</html>");
            case SENT_WITHOUT_ID -> answer(exchange, 200, "{\"messages\":[]}");
            case SENT_THEN_GONE, ONLY_GONE -> exchange.close();
        }
        news.addAll(later);
    }

    /** Brings a message to its customer; gives the news that come after the answer. */
    private List<News> deliver(JsonNode message, String wamid) {
        var text = message.at("/text/body").asText();
        sent.merge(text, 1, Integer::sum);
        var data = message.path("biz_opaque_callback_data").asText();
        var later = new ArrayList<News>();
        synchronized (random) {
            var farthest = random.nextInt(LADDER.size() + 1);
            if (farthest > 0) {
                told.put(text, LADDER.get(farthest - 1));
            }
            for (var n = 0; n < farthest; n++) {
                var one = new News(wamid, data, LADDER.get(n));
                if (random.nextInt(3) == 0) {
                    news.add(one); // before the answer
                } else {
                    later.add(random.nextInt(later.size() + 1), one);
                }
                if (random.nextInt(10) == 0) {
                    later.add(one);
                }
            }
        }
        return later;
    }

    private Fate draw() {
        synchronized (random) {
            var left = calm ? 0 : random.nextInt(1000);
            for (var fate : Fate.values()) {
                left -= fate.weight;
                if (left < 0) {
                    return fate;
                }
            }
        }
        throw new IllegalStateException("the weights add up to less than 1000");
    }

    private static String error(int code) {
        return "{\"error\":{\"message\":\"(#" + code + ")\",\"type\":\"OAuthException\",\"code\":" + code + "}}";
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    /** The webhook of one news, as Meta writes it. */
    static byte[] webhook(News one, String number, Clock clock) {
        var change = JSON.createObjectNode();
        var value = change.put("object", "whatsapp_business_account")
                .putArray("entry")
                .addObject()
                .put("id", "waba-1")
                .putArray("changes")
                .addObject()
                .put("field", "messages")
                .putObject("value");
        value.putObject("metadata").put("phone_number_id", number);
        value.putArray("statuses")
                .addObject()
                .put("id", one.wamid())
                .put("status", one.status().label())
                .put("timestamp", String.valueOf(clock.instant().getEpochSecond()))
                .put("biz_opaque_callback_data", one.callbackData());
        return change.toString().getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
