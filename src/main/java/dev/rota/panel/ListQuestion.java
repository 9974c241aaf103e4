package dev.rota.panel;

import dev.rota.conversation.Position;
import org.jspecify.annotations.Nullable;

/**
 * Which list a page asks for.
 *
 * @param open the conversation beside it
 * @param told the id of the last event that the page knows of, when it asks because of that one and nothing else
 * @param page what the page calls itself, when it has a stream
 */
record ListQuestion(
        @Nullable String tab,
        @Nullable String q,
        @Nullable Integer limit,
        @Nullable Long open,
        @Nullable String told,
        @Nullable String page) {

    Tab ofTab() {
        return Tab.of(tab == null ? "" : tab);
    }

    String words() {
        return q == null ? "" : q;
    }

    int rows() {
        return limit == null ? DeskController.USUAL : limit;
    }

    @Nullable
    Position position() {
        return told == null ? null : Position.of(told).orElse(null);
    }

    String ofPage() {
        return page == null ? "" : page;
    }

    /** Whether it is one that many may have before them. */
    boolean isUsual() {
        return words().isBlank() && rows() == DeskController.USUAL;
    }
}
