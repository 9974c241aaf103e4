package dev.rota.whatsapp;

import org.jspecify.annotations.Nullable;

/** The kinds of event, as the journal keeps them. */
final class Kinds {

    static final String MESSAGE = "message";
    /** A message whose content WhatsApp withheld; the content may follow under the same wamid. */
    static final String UNSUPPORTED = "unsupported";

    static final String STATUS = "status";
    /** What was said from the phone app or by another sender on the same number. */
    static final String ECHO = "echo";

    static final String ERROR = "error";
    /** Whatever else a change or an entry holds. */
    static final String NOTICE = "notice";
    /** A whole body, signed but no WhatsApp webhook. */
    static final String UNREADABLE = "unreadable";

    /** A whole body beside its events, for the system that a number forwards to. */
    static final String COPY = "copy";

    private Kinds() {}

    /** Whether a message of that type stands for content that did not come. */
    static boolean isPlaceholder(@Nullable String type) {
        return "unsupported".equals(type) || "unknown".equals(type);
    }
}
