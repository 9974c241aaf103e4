package dev.rota.demo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rota.desk.Company;
import dev.rota.whatsapp.simulated.Person;
import dev.rota.whatsapp.simulated.Wamid;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Answers a send to the Graph API as Meta does, and shows what was sent on the customer's phone. */
final class MetaSimulator {

    private static final int LONGEST_TEXT = 4096;
    private static final long FIRST_FILE = 1_013_859_600_000_000L;

    /** An HTTP status and a body. */
    record Answer(int status, Map<String, ?> body) {}

    private final Supplier<Company> company;
    private final Chats chats;
    private final StatusNews news;
    private final Clock clock;
    private final AtomicInteger files = new AtomicInteger();

    MetaSimulator(Supplier<Company> company, Chats chats, StatusNews news, Clock clock) {
        this.company = company;
        this.chats = chats;
        this.news = news;
        this.clock = clock;
    }

    /** Takes a file that a message is about to show; the phones show no more than that there is one. */
    Answer upload(String phoneNumberId, @Nullable String authorization) {
        var refusal = refusal(phoneNumberId, authorization);
        return refusal == null
                ? new Answer(200, Map.of("id", String.valueOf(FIRST_FILE + files.incrementAndGet())))
                : refusal;
    }

    /** Takes a message to a customer, or a read receipt. */
    Answer send(String phoneNumberId, @Nullable String authorization, JsonNode request) {
        var refusal = refusal(phoneNumberId, authorization);
        var number = company.get().numberById(phoneNumberId).orElse(null);
        if (refusal != null || number == null) {
            return Objects.requireNonNull(refusal);
        }
        if (request.path("status").asText().equals("read")) {
            return new Answer(200, Map.of("success", true));
        }
        var customer = recipient(request).orElse(null);
        if (customer == null) {
            return error(400, 100, "The parameter to is required.");
        }
        var text = text(request);
        if (text.isBlank() || text.length() > LONGEST_TEXT) {
            return error(400, 100, "Param text['body'] must have 1 to 4096 characters.");
        }
        var wamid = Wamid.outbound(customer);
        chats.add(number.name(), customer, new Chats.Line(wamid, false, text, clock.instant(), "accepted"));
        news.climb(number, customer, wamid);
        return accepted(request, customer, wamid);
    }

    private @Nullable Answer refusal(String phoneNumberId, @Nullable String authorization) {
        if (authorization == null || !authorization.startsWith("Bearer ")) {
            return error(401, 190, "Invalid OAuth access token.");
        }
        return company.get().numberById(phoneNumberId).isEmpty()
                ? error(400, 100, "Object with ID '" + phoneNumberId + "' does not exist.")
                : null;
    }

    private Optional<Person> recipient(JsonNode request) {
        var to = request.path("to").asText();
        return to.isBlank() ? chats.byUserId(request.path("recipient").asText()) : Optional.of(chats.byPhone(to));
    }

    private static String text(JsonNode request) {
        var type = request.path("type").asText("text");
        return switch (type) {
            case "text" -> request.at("/text/body").asText();
            case "interactive" -> request.at("/interactive/body/text").asText();
            case "template" -> "[" + request.at("/template/name").asText() + "]";
            default -> "[" + type + "] " + request.path(type).path("caption").asText();
        };
    }

    private static Answer accepted(JsonNode request, Person customer, String wamid) {
        var input = request.path("to").asText(request.path("recipient").asText());
        return new Answer(
                200,
                Map.of(
                        "messaging_product", "whatsapp",
                        "contacts", List.of(Map.of("input", input, "wa_id", customer.waId())),
                        "messages", List.of(Map.of("id", wamid, "message_status", "accepted"))));
    }

    private static Answer error(int status, int code, String message) {
        var error = Map.of("message", message, "type", "OAuthException", "code", code, "fbtrace_id", "simulated");
        return new Answer(status, Map.of("error", error));
    }
}
