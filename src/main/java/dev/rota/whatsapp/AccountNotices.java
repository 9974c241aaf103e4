package dev.rota.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What happened to a WhatsApp Business account, and what to do about it. */
final class AccountNotices {

    private static final Set<String> FINE = Set.of(
            "PARTNER_ADDED",
            "PARTNER_APP_INSTALLED",
            "PARTNER_CLIENT_CERTIFICATION_STATUS_UPDATE",
            "VOLUME_BASED_PRICING_TIER_UPDATE",
            "AUTH_INTL_PRICE_ELIGIBILITY_UPDATE",
            "AD_ACCOUNT_LINKED",
            "MM_LITE_TERMS_SIGNED",
            "BUSINESS_PRIMARY_LOCATION_COUNTRY_UPDATE",
            "ACCOUNT_RECONNECTED");

    private AccountNotices() {}

    static @Nullable String update(JsonNode value) {
        var event = Node.word(value, "event");
        if (event != null && FINE.contains(event)) {
            return null;
        }
        return switch (event == null ? "" : event) {
            case "ACCOUNT_VIOLATION" ->
                "The account broke a rule of Meta's" + in(Node.word(value.path("violation_info"), "violation_type"))
                        + ": set it right or appeal in the WhatsApp Manager before Meta restricts it.";
            case "ACCOUNT_RESTRICTION" -> "The account is restricted: " + restrictions(value) + ".";
            case "DISABLED_UPDATE" -> ban(value.path("ban_info"));
            case "ACCOUNT_DELETED" -> "The account was deleted: its numbers receive and send nothing any more.";
            case "ACCOUNT_OFFBOARDED" ->
                "The account left the Cloud API: its numbers receive and send nothing until they are connected again.";
            case "PARTNER_REMOVED", "PARTNER_APP_UNINSTALLED" ->
                "An app lost its access to the account: if it is the one of config/numbers.yaml, connect it again.";
            default -> "The account has news that Rota does not know" + in(event) + ": look into the WhatsApp Manager.";
        };
    }

    static @Nullable String review(JsonNode value) {
        var decision = Node.word(value, "decision");
        if ("APPROVED".equals(decision) || "PENDING".equals(decision)) {
            return null;
        }
        return "Meta's review of the account did not end well" + in(decision)
                + ": appeal in the WhatsApp Manager; until then its numbers can't write first.";
    }

    static String alert(JsonNode value) {
        var info = value.path("alert_info").isObject() ? value.path("alert_info") : value;
        return "Meta alerts: " + orUnknown(Node.word(info, "alert_type")) + in(Node.word(info, "alert_severity"))
                + ", status " + orUnknown(Node.word(info, "alert_status")) + ": look into the WhatsApp Manager.";
    }

    static @Nullable String capability(JsonNode value) {
        var perNumber = Node.text(value, "max_daily_conversation_per_phone");
        var perBusiness = Node.text(value, "max_daily_conversations_per_business");
        var limit = perBusiness == null ? perNumber : perBusiness;
        if (limit == null || !Node.isWord(limit)) {
            return null;
        }
        return limit.equals("-1")
                ? "The company may now begin any number of conversations a day."
                : "The company may now begin " + limit + " conversations a day: further ones fail.";
    }

    static String security(JsonNode value) {
        return "The PIN of a number has news" + in(Node.word(value, "event"))
                + ": if nobody of yours did that, somebody else has access to the account; set a new PIN.";
    }

    static String payment(JsonNode value) {
        return "The payment configuration has news" + in(Node.word(value, "status"))
                + ": check that customers can still pay.";
    }

    private static String restrictions(JsonNode value) {
        var sentences = new ArrayList<String>(1);
        for (var restriction : value.path("restriction_info")) {
            var type = orUnknown(Node.word(restriction, "restriction_type"));
            var end = Moment.seconds(restriction, "expiration");
            sentences.add(type + (end == null ? "" : " until " + end));
            if (sentences.size() == 10) {
                break;
            }
        }
        return sentences.isEmpty() ? "Meta does not say how" : String.join(", ", sentences);
    }

    private static @Nullable String ban(JsonNode info) {
        var state = Node.word(info, "waba_ban_state");
        if ("REINSTATE".equals(state)) {
            return null;
        }
        return "The account is banned, or about to be" + in(state)
                + ": its numbers send nothing then; appeal in the WhatsApp Manager.";
    }

    private static String orUnknown(@Nullable String word) {
        return word == null ? "unknown" : word;
    }

    private static String in(@Nullable String word) {
        return word == null ? "" : " (" + word + ")";
    }
}
