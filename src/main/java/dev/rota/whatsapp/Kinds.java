package dev.rota.whatsapp;

import org.jspecify.annotations.Nullable;

/** The kinds of event, as the journal keeps them. */
final class Kinds {

    static final String MESSAGE = "message";
    /** A message whose content WhatsApp withheld; the content may follow under the same wamid. */
    static final String UNSUPPORTED = "unsupported";
    /** A message that another app of the company's answers. */
    static final String STANDBY = "standby";

    static final String STATUS = "status";
    /** What was said from the phone app or by another sender on the same number. */
    static final String ECHO = "echo";
    /** A step of a call. */
    static final String CALL = "call";
    /** What a customer wants to hear of. */
    static final String PREFERENCE = "preference";
    /** A thread that goes from one app to another. */
    static final String HANDOVER = "handover";

    static final String ERROR = "error";
    /** Whatever else a change or an entry holds. */
    static final String NOTICE = "notice";
    /** News of a Facebook page. */
    static final String MESSENGER = "messenger";
    /** News of an Instagram account. */
    static final String INSTAGRAM = "instagram";
    /** A whole body, signed but no webhook of a product known to us. */
    static final String UNREADABLE = "unreadable";

    /** A whole body beside its events, for the system that a number forwards to. */
    static final String COPY = "copy";

    private Kinds() {}

    /** Whether a message of that type stands for content that did not come. */
    static boolean isPlaceholder(@Nullable String type) {
        return "unsupported".equals(type) || "unknown".equals(type);
    }
}
