package dev.rota.whatsapp;

import dev.rota.desk.Event;
import dev.rota.desk.Heard;
import org.jspecify.annotations.Nullable;

/** Reads what changes no conversation: each field says in a sentence what happened, where there is something to do. */
final class Notices {

    private Notices() {}

    static Heard read(Event event, Topic topic) {
        var about = Node.isWord(topic.field()) ? topic.field() : "something without a field";
        return new Heard.Notice(event, about, sentence(topic));
    }

    private static @Nullable String sentence(Topic topic) {
        var value = topic.value();
        return switch (topic.field()) {
            case "message_template_status_update" -> TemplateNotices.status(value);
            case "message_template_quality_update" -> TemplateNotices.quality(value);
            case "message_template_components_update" -> TemplateNotices.components(value);
            case "template_category_update" -> TemplateNotices.category(value);
            case "account_update" -> AccountNotices.update(value);
            case "account_review_update" -> AccountNotices.review(value);
            case "account_alerts" -> AccountNotices.alert(value);
            case "business_capability_update" -> AccountNotices.capability(value);
            case "security" -> AccountNotices.security(value);
            case "payment_configuration_update" -> AccountNotices.payment(value);
            case "phone_number_quality_update" -> NumberNotices.quality(value);
            case "phone_number_name_update" -> NumberNotices.name(value);
            case "flows" -> FlowNotices.sentence(value);
            case "group_lifecycle_update",
                    "group_participants_update",
                    "group_settings_update",
                    "group_status_update" -> GroupNotices.sentence(value);
            case "history" -> HistoryNotices.sentence(value);
            case "messages", "message_echoes", "smb_message_echoes", "standby", "calls", "user_preferences" ->
                "Meta sent news of '" + topic.field() + "' with nothing in it that belongs there; it was kept.";
            case "",
                    "user_id_update",
                    "smb_app_state_sync",
                    "account_settings_update",
                    "business_username_update",
                    "partner_solutions",
                    "automatic_events",
                    "consumer_profile" -> null;
            default -> "Meta sent news of a field that Rota does not know; it was kept.";
        };
    }
}
