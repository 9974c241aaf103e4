package dev.rota.whatsapp;

import org.jspecify.annotations.Nullable;

/** The lists that the value of a change may hold, and what Meta calls the same facts in each. */
enum Part {
    MESSAGES(Kinds.MESSAGE, "messages", "type", "from", "from_user_id"),
    STATUSES(Kinds.STATUS, "statuses", "status", "recipient_id", "recipient_user_id"),
    ECHOES(Kinds.ECHO, "message_echoes", "type", "to", "to_user_id"),
    ERRORS(Kinds.ERROR, "errors", "", "", ""),
    /** No elements of their own: they say who the people in the others are. */
    CONTACTS("", "contacts", "", "wa_id", "user_id");

    private final String kind;
    private final String list;
    private final String label;
    private final String waId;
    private final String userId;

    Part(String kind, String list, String label, String waId, String userId) {
        this.kind = kind;
        this.list = list;
        this.label = label;
        this.waId = waId;
        this.userId = userId;
    }

    /** The part of that name within a value, or null. */
    static @Nullable Part of(String list) {
        for (var part : values()) {
            if (part.list.equals(list)) {
                return part;
            }
        }
        return null;
    }

    /** The kind of event that an element becomes: a placeholder has its own, so that content never counts as its copy. */
    String kind(Outline.Element element) {
        return this == MESSAGES && Kinds.isPlaceholder(element.label()) ? Kinds.UNSUPPORTED : kind;
    }

    /** Whether an element of it means what we take it for, in a change of that field. */
    boolean belongsTo(@Nullable String field) {
        if (field == null || field.equals("messages")) {
            return true;
        }
        var echoes = field.equals("smb_message_echoes") || field.equals("message_echoes");
        return echoes && this != MESSAGES && this != STATUSES;
    }

    /** Meta's name of an element's type or status; empty when there is none. */
    String label() {
        return label;
    }

    /** Meta's name of the customer's WhatsApp id. */
    String waId() {
        return waId;
    }

    /** Meta's name of the customer's business-scoped id. */
    String userId() {
        return userId;
    }
}
