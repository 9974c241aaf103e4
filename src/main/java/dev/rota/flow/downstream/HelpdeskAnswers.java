package dev.rota.flow.downstream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rota.desk.DeliveryOutcome;
import dev.rota.desk.DeliveryOutcome.Ambiguous;
import dev.rota.desk.DeliveryOutcome.Delivered;
import dev.rota.desk.DeliveryOutcome.Refused;
import dev.rota.desk.DeliveryOutcome.Retry;
import dev.rota.downstream.Ask;
import dev.rota.downstream.Errands;
import dev.rota.downstream.Outcomes;
import dev.rota.downstream.Undelivered;
import dev.rota.flow.Bounded;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads what helpdesks answer: JSON and not much of it, or one of the closed list of failures. */
public final class HelpdeskAnswers {

    private static final int NONE = 0;

    private final ObjectMapper json;
    private final Outcomes outcomes;
    private final Bounded bounded;

    HelpdeskAnswers(ObjectMapper json, Outcomes outcomes, Bounded bounded) {
        this.json = json;
        this.outcomes = outcomes;
        this.bounded = bounded;
    }

    /**
     * The question with {@code status} and {@code answer}; the answer is null where it is no JSON, which only failures may
     * do.
     *
     * @throws Undelivered when a success can't be read
     */
    public ObjectNode read(
            JsonNode asked, int status, @Nullable String type, @Nullable String retryAfter, @Nullable InputStream body)
            throws Undelivered, IOException {
        var read = ((ObjectNode) asked).deepCopy();
        read.put("status", status).put("retryAfter", retryAfter).putNull("answer");
        try {
            var bytes = body == null ? new byte[0] : bounded.read(body);
            if (bytes.length > 0 && isJson(type)) {
                read.set("answer", json.readTree(bytes));
            } else if (bytes.length > 0 && status / 100 == 2) {
                throw unreadable(asked, "answered " + status + " with " + kind(type) + " instead of JSON");
            }
        } catch (Bounded.Unending e) {
            if (status / 100 == 2) {
                throw unreadable(asked, e.sentence());
            }
        } catch (JsonProcessingException e) {
            if (status / 100 == 2) {
                throw unreadable(asked, "answered " + status + " with JSON that breaks off or is none");
            }
        }
        return read;
    }

    /**
     * The same, unless it is a failure.
     *
     * @param fault what the Kamelet makes of it: {@code {outcome, reason}}, or null for what the status says
     * @throws NothingToAsk when what was asked for is not there
     * @throws Undelivered when it is a failure
     */
    public JsonNode judge(JsonNode read, @Nullable JsonNode fault) throws NothingToAsk, Undelivered {
        var ask = read.path("ask").asText();
        var status = read.path("status").asInt();
        if (status == NONE) {
            throw none(read);
        }
        if (fault != null && fault.isObject()) {
            var reason = fault.path("reason").asText("refused it") + " (" + status + " to '" + ask + "')";
            switch (fault.path("outcome").asText()) {
                case "absent" -> throw new NothingToAsk();
                case "retry" ->
                    throw new Undelivered(
                            outcomes.busy(reason, read.path("retryAfter").asText(null)));
                case "unauthorized" -> throw new Undelivered(outcomes.locked(reason));
                default -> throw new Undelivered(new Refused(reason));
            }
        }
        if (status / 100 != 2) {
            throw new Undelivered(outcomes.ofStatus(
                    status,
                    read.path("retryAfter").asText(null),
                    "'" + ask + "'",
                    !read.path("ticketId").isNull()));
        }
        return read;
    }

    /**
     * What came of a command that was sent as a whole, under a key that makes a repetition harmless.
     *
     * @param body {@code {ticketId, link, outcome}}, or nothing, when the status is 2xx
     */
    public DeliveryOutcome outcome(
            String name, int status, @Nullable String type, @Nullable String retryAfter, @Nullable InputStream body)
            throws IOException {
        try {
            var asked = json.createObjectNode().put("ask", "the command").putNull("ticketId");
            var answer =
                    judge(read(asked, status, type, retryAfter, body), null).path("answer");
            return new Delivered(
                    answer.path("ticketId").asText(null),
                    answer.path("link").asText(null),
                    answer.path("outcome").asText("changed"));
        } catch (Undelivered e) {
            return Errands.naming(name, e.outcome());
        } catch (NothingToAsk e) {
            throw new IllegalStateException("a command is never absent", e);
        }
    }

    /** The question without an answer: nobody was there to ask, so nothing was done. */
    public ObjectNode unreachable(JsonNode asked) {
        return unanswered(asked).put("unreachable", true);
    }

    /** The question without an answer: it went out, and none came. */
    public ObjectNode unanswered(JsonNode asked) {
        return ((ObjectNode) asked).deepCopy().put("status", NONE).putNull("answer");
    }

    /** The question without an answer: its address is one that it may not have, so it was not sent. */
    public ObjectNode refusedAddress(JsonNode asked) {
        return unanswered(asked).put("private", true);
    }

    private static Undelivered none(JsonNode read) {
        if (read.path("private").asBoolean()) {
            return new Undelivered(new Refused("was not asked: " + Outcomes.PRIVATE_ADDRESS));
        }
        if (read.path("unreachable").asBoolean()) {
            return new Undelivered(new Retry("can't be reached", null));
        }
        var what = "did not answer '" + read.path("ask").asText() + "' in time";
        return new Undelivered(
                writes(read) ? new Ambiguous(what + "; it may have carried it out") : new Retry(what, null));
    }

    /** A question that changes nothing fails the same way every time; what else was done, nobody knows. */
    private static Undelivered unreadable(JsonNode asked, String what) {
        var reason = what + " to '" + asked.path("ask").asText() + "'; check its url in config/downstreams.yaml";
        return new Undelivered(writes(asked) ? new Ambiguous(reason) : new Refused(reason));
    }

    private static boolean writes(JsonNode asked) {
        return Ask.of(asked.path("ask").asText()).map(Ask::writes).orElse(false);
    }

    private static boolean isJson(@Nullable String type) {
        var media = media(type);
        return media.equals("application/json") || media.endsWith("+json");
    }

    private static String kind(@Nullable String type) {
        var media = media(type);
        return media.equals("text/html") ? "HTML" : media.matches("[a-z]+/[a-z0-9.+-]{1,40}") ? media : "something";
    }

    private static String media(@Nullable String type) {
        return type == null ? "" : type.replaceFirst(";.*", "").strip().toLowerCase(Locale.ROOT);
    }
}
