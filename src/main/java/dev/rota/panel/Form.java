package dev.rota.panel;

import org.jspecify.annotations.Nullable;

/**
 * What a form of the open conversation carries.
 *
 * @param epoch the epoch that the page showed
 * @param reason why the agent gets it
 * @param seen the last message that the page showed
 */
record Form(
        int epoch,
        @Nullable String agent,
        @Nullable String reason,
        @Nullable String queue,
        @Nullable String text,
        @Nullable Long seen) {

    static String given(@Nullable String value) {
        return value == null ? "" : value.strip();
    }

    @Override
    public String toString() {
        return "Form[epoch " + epoch + "]";
    }
}
