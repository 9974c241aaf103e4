package dev.rota.whatsapp;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The lists that the value of a change may hold, and what Meta calls the same facts in each. */
enum Part {
    MESSAGES(
            Kinds.MESSAGE,
            Map.of(
                    "id", Fact.ID,
                    "timestamp", Fact.TIME,
                    "type", Fact.LABEL,
                    "from", Fact.WA_ID,
                    "from_user_id", Fact.USER_ID,
                    "group_id", Fact.GROUP)),
    STATUSES(
            Kinds.STATUS,
            Map.of(
                    "id", Fact.ID,
                    "timestamp", Fact.TIME,
                    "status", Fact.LABEL,
                    "recipient_id", Fact.WA_ID,
                    "recipient_user_id", Fact.USER_ID,
                    "recipient_participant_id", Fact.PARTICIPANT)),
    ECHOES(
            Kinds.ECHO,
            Map.of(
                    "id", Fact.ID,
                    "timestamp", Fact.TIME,
                    "type", Fact.LABEL,
                    "to", Fact.WA_ID,
                    "to_user_id", Fact.USER_ID,
                    "group_id", Fact.GROUP)),
    CALLS(
            Kinds.CALL,
            Map.of(
                    "id", Fact.ID,
                    "event", Fact.LABEL,
                    "from", Fact.WA_ID,
                    "from_user_id", Fact.USER_ID,
                    "direction", Fact.DIRECTION,
                    "to", Fact.CALLED_WA_ID,
                    "to_user_id", Fact.CALLED_USER_ID)),
    PREFERENCES(Kinds.PREFERENCE, Map.of("wa_id", Fact.WA_ID, "user_id", Fact.USER_ID)),
    ERRORS(Kinds.ERROR, Map.of()),
    /** No elements of their own: they say who the people in the others are. */
    CONTACTS("", Map.of("wa_id", Fact.WA_ID, "user_id", Fact.USER_ID));

    private final String kind;

    @SuppressWarnings("ImmutableEnumChecker") // each is made by Map.of, which nobody can change
    private final Map<String, Fact> facts;

    Part(String kind, Map<String, Fact> facts) {
        this.kind = kind;
        this.facts = facts;
    }

    /** The part of that name within a value, or null. */
    static @Nullable Part of(String list) {
        return switch (list) {
            case "messages" -> MESSAGES;
            case "statuses" -> STATUSES;
            case "message_echoes" -> ECHOES;
            case "calls" -> CALLS;
            case "user_preferences" -> PREFERENCES;
            case "errors" -> ERRORS;
            case "contacts" -> CONTACTS;
            default -> null;
        };
    }

    /** What an element's member of that name tells us; null when it is of no use for the outline. */
    @Nullable
    Fact fact(String name) {
        return facts.get(name);
    }

    /** The kind of event that an element becomes: a placeholder has its own, so that content never counts as its copy. */
    String kind(Outline.Element element, boolean standby) {
        if (this != MESSAGES) {
            return kind;
        }
        if (Kinds.isPlaceholder(element.label())) {
            return Kinds.UNSUPPORTED;
        }
        return standby ? Kinds.STANDBY : kind;
    }

    /** Whether an element of it means what we take it for, in a change of that field. */
    boolean belongsTo(@Nullable String field) {
        if (field == null || field.equals("messages") || this == CONTACTS) {
            return true;
        }
        return switch (field) {
            case "smb_message_echoes", "message_echoes" -> this == ECHOES || this == ERRORS;
            case "standby" -> this == MESSAGES || this == STATUSES || this == ECHOES || this == ERRORS;
            case "calls" -> this == CALLS || this == STATUSES || this == ERRORS;
            case "user_preferences" -> this == PREFERENCES || this == ERRORS;
            default -> false;
        };
    }

    /** Whether an element is something between a customer and the company, so that a lone contact is that customer. */
    boolean isTalk() {
        return this == MESSAGES || this == ECHOES || this == CALLS;
    }
}
