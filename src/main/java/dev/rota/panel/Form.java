package dev.rota.panel;

import org.jspecify.annotations.Nullable;

/**
 * What a form of the open conversation carries.
 *
 * @param epoch the epoch that the page showed
 * @param reason why the agent gets it
 * @param template name and language of a template, with a bar between; empty for none
 * @param parameters what fills its gaps, one line each
 * @param buttons what the customer may tap on, one line each
 * @param anyway why it goes out all the same
 * @param seen the last message that the page showed
 */
record Form(
        int epoch,
        @Nullable String agent,
        @Nullable String reason,
        @Nullable String queue,
        @Nullable String text,
        @Nullable String template,
        @Nullable String parameters,
        @Nullable String buttons,
        @Nullable String anyway,
        @Nullable Long seen) {

    static String given(@Nullable String value) {
        return value == null ? "" : value.strip();
    }

    @Override
    public String toString() {
        return "Form[epoch " + epoch + "]";
    }
}
