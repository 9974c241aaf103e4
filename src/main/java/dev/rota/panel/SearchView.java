package dev.rota.panel;

import dev.rota.conversation.Past;
import dev.rota.search.Excerpt;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What was found of what was typed.
 *
 * @param further whether it is another page than the first one
 * @param next the cursor of what is older; null when that is all
 */
record SearchView(String q, boolean further, List<Hit> hits, @Nullable String next) {

    SearchView {
        hits = List.copyOf(hits);
    }

    /**
     * A message that was found.
     *
     * @param who the customer; null when neither name nor phone is known
     * @param author who wrote it, when the customer did not
     * @param kind Meta's name of its type; null for plain words
     * @param when its time, in the zone of its number
     * @param page the address of its conversation, at that message
     */
    record Hit(
            Past.Conversation conversation,
            @Nullable String who,
            @Nullable String author,
            @Nullable String kind,
            boolean deleted,
            Chip number,
            String queue,
            Instant at,
            String when,
            List<Excerpt.Part> excerpt,
            String page) {

        Hit {
            excerpt = List.copyOf(excerpt);
        }

        static Hit of(Past past, Titles titles, Locale locale) {
            var message = past.message();
            var conversation = past.conversation();
            var moments = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                    .withLocale(locale)
                    .withZone(titles.zone(conversation.number()));
            return new Hit(
                    conversation,
                    Titles.customer(conversation.customer()),
                    message.author() == null ? null : titles.agent(message.author()),
                    message.type().equals("text") ? null : message.type(),
                    message.marks().deleted() != null,
                    titles.chip(conversation.number()),
                    titles.queue(conversation.queue()),
                    message.at(),
                    moments.format(message.at()),
                    past.excerpt() == null ? List.of() : past.excerpt(),
                    page(conversation) + "#message-" + message.id());
        }

        private static String page(Past.Conversation conversation) {
            var tab =
                    switch (conversation.status()) {
                        case "waiting" -> Tab.WAITING;
                        case "in_progress" -> Tab.TEAM;
                        default -> Tab.CLOSED;
                    };
            return "/conversations/" + conversation.id() + "?tab=" + tab.label();
        }

        @Override
        public String toString() {
            return "Hit[" + conversation.protocol() + "]";
        }
    }

    @Override
    public String toString() {
        return "SearchView[" + hits.size() + " hits]";
    }
}
