package dev.rota.downstream.back;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rota.desk.Status;
import dev.rota.desk.TicketNews;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Takes what a Kamelet made of what its downstream said: one object of news, a list of them, or nothing. Whatever is of
 * another form is refused as a whole, so that half of it never counts.
 */
public final class NewsReading {

    private static final Set<String> MEMBERS =
            new TreeSet<>(Set.of("key", "ticketId", "reference", "what", "text", "owner", "status", "by", "at"));
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_TEXT = 65_536;
    private static final int MOST = 1000;
    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * The news in it, in its order.
     *
     * @param translated JSON, as Camel or as text
     * @throws NotNews when it is not as agreed
     */
    public List<TicketNews> read(Callback callback, @Nullable Object translated) {
        var news = new ArrayList<TicketNews>();
        for (var item : items(translated)) {
            news.add(item(callback, news.size(), item));
        }
        return news;
    }

    /** The same as a list of JSON objects, flat. */
    static List<JsonNode> items(@Nullable Object translated) {
        var items = new ArrayList<JsonNode>();
        collect(translated, items);
        if (items.size() > MOST) {
            throw new NotNews("there are more than " + MOST + " pieces of news in one");
        }
        return items;
    }

    private static void collect(@Nullable Object translated, List<JsonNode> items) {
        if (translated instanceof Collection<?> several) {
            several.forEach(each -> collect(each, items));
        } else if (translated instanceof JsonNode json) {
            if (json.isArray()) {
                json.forEach(each -> collect(each, items));
            } else if (!json.isNull() && !json.isMissingNode()) {
                items.add(json);
            }
        } else if (translated instanceof String text) {
            collect(parsed(text), items);
        } else if (translated != null) {
            throw new NotNews("the Kamelet made a " + translated.getClass().getSimpleName() + "; expected JSON");
        }
    }

    private static JsonNode parsed(String text) {
        try {
            return JSON.readTree(text.isBlank() ? "null" : text);
        } catch (JsonProcessingException e) {
            throw new NotNews("the Kamelet made a text that is not JSON");
        }
    }

    private static TicketNews item(Callback callback, int place, JsonNode json) {
        if (!json.isObject()) {
            throw new NotNews("news is not an object; expected one with " + String.join(", ", MEMBERS));
        }
        json.fieldNames().forEachRemaining(name -> {
            if (!MEMBERS.contains(name)) {
                throw new NotNews("news has a member that is none of " + String.join(", ", MEMBERS));
            }
        });
        var key = name(json, "key");
        return new TicketNews(
                callback.downstream(),
                key == null ? "#" + called(callback) + "." + place : key,
                name(json, "ticketId"),
                name(json, "reference"),
                what(json),
                name(json, "by"),
                at(json, callback.receivedAt()));
    }

    /** What has no key of its own has that of its call. */
    private static String called(Callback callback) {
        var proof = callback.proof();
        return proof == null ? String.valueOf(callback.id()) : proof;
    }

    private static TicketNews.What what(JsonNode json) {
        var what = json.path("what").asText();
        return switch (what) {
            case "reply" -> new TicketNews.Reply(text(json));
            case "note" -> new TicketNews.Note(text(json));
            case "owner" -> new TicketNews.Owner(name(json, "owner"));
            case "status" -> new TicketNews.Standing(status(json));
            default -> throw new NotNews("news has a 'what' that is none of reply, note, owner, status");
        };
    }

    private static String text(JsonNode json) {
        var text = json.path("text").asText("").replace('\0', '\uFFFD').strip();
        if (text.isEmpty() || text.length() > LONGEST_TEXT) {
            throw new NotNews("news has no text, or one of more than " + LONGEST_TEXT + " characters");
        }
        return text;
    }

    private static Status status(JsonNode json) {
        try {
            return Status.of(json.path("status").asText());
        } catch (IllegalArgumentException e) {
            throw new NotNews("news has a status that is none of waiting, in_progress, closed");
        }
    }

    private static @Nullable String name(JsonNode json, String member) {
        var value = json.path(member);
        if (value.isNull()
                || value.isMissingNode()
                || (value.isTextual() && value.asText().isBlank())) {
            return null;
        }
        var text = value.asText();
        if (!value.isValueNode() || text.length() > LONGEST_NAME || text.chars().anyMatch(Character::isISOControl)) {
            throw new NotNews("news has a '" + member + "' that is no name: too long, not printable, or no text");
        }
        return text;
    }

    private static Instant at(JsonNode json, Instant otherwise) {
        var at = name(json, "at");
        if (at == null) {
            return otherwise;
        }
        try {
            return OffsetDateTime.parse(at).toInstant();
        } catch (DateTimeException e) {
            throw new NotNews("news has an 'at' that is no time; expected 2026-11-24T10:00:00Z");
        }
    }
}
