package dev.rota.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/** What happened to a number of the company's, and what to do about it. */
final class NumberNotices {

    private NumberNotices() {}

    static @Nullable String quality(JsonNode value) {
        var event = Node.word(value, "event");
        var limit = Node.word(value, "current_limit");
        var sentence =
                switch (event == null ? "" : event) {
                    case "FLAGGED" ->
                        " is of low quality: customers block or report it, and Meta lowers its limit soon";
                    case "DOWNGRADE" -> " may begin fewer conversations a day than before";
                    case "UNFLAGGED", "UPGRADE", "ONBOARDING", "THROUGHPUT_UPGRADE" -> null;
                    default -> " has news of its quality that Rota does not know" + (event == null ? "" : ", " + event);
                };
        return sentence == null
                ? null
                : number(value) + sentence + (limit == null ? "" : "; its limit is " + limit) + ".";
    }

    static @Nullable String name(JsonNode value) {
        var decision = Node.word(value, "decision");
        if ("APPROVED".equals(decision)) {
            return null;
        }
        var reason = Node.word(value, "rejection_reason");
        return number(value) + " did not get the name that was asked for"
                + (decision == null ? "" : " (" + decision + ")")
                + (reason == null || reason.equals("NONE") ? "" : ", for " + reason)
                + ": ask for another in the WhatsApp Manager.";
    }

    /** The company's own number, as Meta shows it. */
    private static String number(JsonNode value) {
        var number = Node.word(value, "display_phone_number");
        return number == null ? "A number" : "The number " + number;
    }
}
