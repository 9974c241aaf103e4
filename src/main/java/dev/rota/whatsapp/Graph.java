package dev.rota.whatsapp;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rota.desk.Company;
import dev.rota.desk.DeliveryOutcome;
import dev.rota.desk.DeliveryOutcome.Ambiguous;
import dev.rota.desk.DeliveryOutcome.Closed;
import dev.rota.desk.DeliveryOutcome.Delivered;
import dev.rota.desk.DeliveryOutcome.Refused;
import dev.rota.desk.DeliveryOutcome.Retry;
import dev.rota.desk.Reply;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Speaks to Meta's Graph API: what a message looks like there, and what its answers mean. */
public final class Graph {

    private static final Duration USUAL_PAUSE = Duration.ofMinutes(5);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);

    private final Supplier<Company> company;
    private final String version;
    private final ObjectMapper json;

    Graph(Supplier<Company> company, String version, ObjectMapper json) {
        this.company = company;
        this.version = version;
        this.json = json;
    }

    /**
     * A request, as the route sends it.
     *
     * @param path after the address of the Graph API
     */
    public record Request(String path, String token, String json) {
        @Override
        public String toString() {
            return "Request[" + path + "]";
        }
    }

    /** The request that sends a reply, to exactly the id that the customer or the group wrote from. */
    public Request request(Reply reply) {
        var number = GraphNumber.of(company.get(), reply.number(), version);
        return new Request(number.path() + "/messages", number.token(), GraphMessage.of(reply, json));
    }

    /**
     * What an answer means. Errors are told apart by Meta's code, never by its words, which change; an error without a
     * known code may have sent the message.
     *
     * @param usage the header {@code X-Business-Use-Case-Usage}, which says when an app that called too often may call
     *     again
     * @param attempt counts from 1
     */
    public DeliveryOutcome outcome(int status, @Nullable String usage, @Nullable String body, int attempt) {
        var answer = read(body);
        var wamid = answer.at("/messages/0/id").asText("");
        if (status / 100 == 2 && !wamid.isEmpty()) {
            return new Delivered(wamid, null, "created");
        }
        var code = answer.at("/error/code");
        var fault = code.isMissingNode() ? null : SendFault.of(code.asInt());
        if (fault != null) {
            return outcome(fault, "Meta's error " + code.asInt() + ": " + fault.sentence(), usage, attempt);
        }
        var sentence = "Meta answered " + status + (code.isMissingNode() ? "" : ", error " + code.asInt());
        return switch (status) {
            case 401, 403 -> new Closed(sentence + ": " + SendFault.TOKEN.sentence(), null);
            case 429 -> new Closed(sentence + ": the app calls more often than it may", USUAL_PAUSE);
            default ->
                status / 100 == 4
                        ? new Refused(sentence)
                        : new Ambiguous(sentence + "; the message may have been sent");
        };
    }

    /** What Meta says to a question. */
    public GraphAnswer answer(int status, @Nullable String body) {
        return new GraphAnswer(status, read(body));
    }

    private DeliveryOutcome outcome(SendFault fault, String sentence, @Nullable String usage, int attempt) {
        return switch (fault.remedy()) {
            case TRY_AGAIN -> new Retry(sentence, null);
            case PAUSE_FOR_CUSTOMER -> new Retry(sentence, powerOfFour(attempt));
            case PAUSE -> new Closed(sentence, regain(usage));
            case STOP -> new Refused(sentence);
            case CLOSE -> new Closed(sentence, null);
        };
    }

    /** Meta's rule for one customer: 4 s after the first refusal, 16 after the second, and so on. */
    private static Duration powerOfFour(int attempt) {
        var pause = Duration.ofSeconds(1L << (2 * Math.min(attempt, 10)));
        return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
    }

    /** Meta tells minutes, for each account and kind of call; the longest counts. */
    private Duration regain(@Nullable String usage) {
        return read(usage).findValues("estimated_time_to_regain_access").stream()
                .map(minutes -> Duration.ofMinutes(minutes.asLong()))
                .filter(pause -> !pause.isZero() && !pause.isNegative())
                .max(Duration::compareTo)
                .orElse(USUAL_PAUSE);
    }

    private JsonNode read(@Nullable String text) {
        try {
            return json.readTree(text == null || text.isBlank() ? "{}" : text);
        } catch (JsonProcessingException e) {
            return json.createObjectNode();
        }
    }
}
