package dev.rota.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What happened to a template, and what to do about it. */
final class TemplateNotices {

    private static final Set<String> FINE = Set.of("APPROVED", "PENDING", "REINSTATED", "UNARCHIVED", "IN_APPEAL");

    private static final Map<String, String> TO_DO = Map.of(
            "REJECTED", "was rejected%s: correct it and submit it again; it can't be sent until Meta approves it.",
            "PAUSED",
                    "is paused%s: messages with it fail (132015) until the pause ends; customers reported it, so reword it.",
            "DISABLED", "is disabled for good%s: messages with it fail (132016); send another one instead.",
            "FLAGGED", "is flagged%s: customers report it, and Meta disables it if that goes on.",
            "LIMIT_EXCEEDED", "exceeds the account's number of templates%s: delete some.",
            "LOCKED", "is locked%s: it can't be edited.",
            "ARCHIVED", "is archived%s: unarchive it before it is sent again.",
            "PENDING_DELETION", "is being deleted%s: messages with it will fail; send another one instead.",
            "DELETED", "is deleted%s: messages with it fail (132001); send another one instead.");

    private TemplateNotices() {}

    static @Nullable String status(JsonNode value) {
        var event = Node.word(value, "event");
        if (event != null && FINE.contains(event)) {
            return null;
        }
        var sentence = event == null ? null : TO_DO.get(event);
        if (sentence == null) {
            return template(value) + " has a status that Rota does not know" + in(event) + ".";
        }
        return template(value) + " " + sentence.formatted(in(reason(value)));
    }

    static @Nullable String quality(JsonNode value) {
        var score = Node.word(value, "new_quality_score");
        if (!"RED".equals(score) && !"YELLOW".equals(score)) {
            return null;
        }
        return template(value) + " has fallen to quality " + score
                + ": customers block or report it; reword it before Meta pauses it.";
    }

    static String components(JsonNode value) {
        return template(value) + " has other words now: check that what is sent with it still fits.";
    }

    static @Nullable String category(JsonNode value) {
        var category = Node.word(value, "new_category");
        if (category == null) {
            var planned = Node.word(value, "correct_category");
            return planned == null
                    ? null
                    : template(value) + " is going to be of category " + planned + ": its price changes then.";
        }
        return template(value) + " is of category " + category + " now: its price has changed.";
    }

    /** The company's own name of it. */
    private static String template(JsonNode value) {
        var name = Node.word(value, "message_template_name");
        var language = Node.word(value, "message_template_language");
        return "The template " + (name == null ? "without a name" : "'" + name + "'")
                + (language == null ? "" : " in " + language);
    }

    private static @Nullable String reason(JsonNode value) {
        var reason = Node.word(value, "reason");
        return reason == null || reason.equals("NONE") ? Node.word(value.path("other_info"), "title") : reason;
    }

    private static String in(@Nullable String word) {
        return word == null ? "" : " (" + word + ")";
    }
}
