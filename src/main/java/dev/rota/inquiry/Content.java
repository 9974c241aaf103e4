package dev.rota.inquiry;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a message consists of, by Meta's message type. */
public sealed interface Content {

    /** Meta's name of the type: {@code text}, {@code button}, {@code image}, … */
    String type();

    /** The words in it, for a person or a rule to read; empty when there are none. */
    default String text() {
        return "";
    }

    /** Whether the customer says something that somebody should answer. */
    default boolean asksForAnswer() {
        return true;
    }

    /** Whether somebody should look at it when the customer has no conversation yet. */
    default boolean opensConversation() {
        return asksForAnswer();
    }

    /** Something that tells, and asks nobody for an answer. */
    sealed interface Aside extends Content {
        @Override
        default boolean asksForAnswer() {
            return false;
        }
    }

    /** Plain words. */
    record Text(String text) implements Content {
        @Override
        public String type() {
            return "text";
        }

        @Override
        public String toString() {
            return "Text[" + text.length() + " characters]";
        }
    }

    /** A tap on a button, or on a row of a list, that the company had offered. */
    record Choice(String type, String id, String title) implements Content {
        @Override
        public String text() {
            return title;
        }

        @Override
        public String toString() {
            return "Choice[" + type + "]";
        }
    }

    /** A picture, voice note, film, document or sticker, kept at Meta under its id. */
    record Media(String type, String id, @Nullable String mimeType, @Nullable String caption, @Nullable String filename)
            implements Content {
        @Override
        public String text() {
            return caption == null ? "" : caption;
        }

        @Override
        public String toString() {
            return "Media[" + type + "]";
        }
    }

    /** A place on the map, in degrees. */
    record Location(double latitude, double longitude, @Nullable String name, @Nullable String address)
            implements Content {
        @Override
        public String type() {
            return "location";
        }

        @Override
        public String text() {
            return name == null ? "" : name;
        }

        @Override
        public String toString() {
            return "Location[]";
        }
    }

    /** Address cards of people. */
    record Contacts(List<Card> cards) implements Content {

        public Contacts {
            cards = List.copyOf(cards);
        }

        /**
         * One card.
         *
         * @param own whether the customer answered a request for the own phone number
         */
        public record Card(@Nullable String name, List<String> phones, boolean own) {

            public Card {
                phones = List.copyOf(phones);
            }

            @Override
            public String toString() {
                return "Card[own=" + own + "]";
            }
        }

        @Override
        public String type() {
            return "contacts";
        }

        @Override
        public String text() {
            return cards.stream()
                    .map(card -> card.name() == null ? String.join(", ", card.phones()) : card.name())
                    .collect(Collectors.joining(", "));
        }
    }

    /** A basket of products. */
    record Order(@Nullable String catalog, List<Item> items, String text) implements Content {

        public Order {
            items = List.copyOf(items);
        }

        /** One product, how often, and the price of one in a currency such as {@code BRL}. */
        public record Item(String product, int quantity, @Nullable BigDecimal price, @Nullable String currency) {}

        @Override
        public String type() {
            return "order";
        }

        @Override
        public String toString() {
            return "Order[" + items.size() + " items]";
        }
    }

    /** The answers of a form that the customer filled in: a flow, an address. */
    record Form(String name, String text, Map<String, String> answers) implements Content {

        public Form {
            answers = Collections.unmodifiableMap(new LinkedHashMap<>(answers));
        }

        @Override
        public String type() {
            return "interactive";
        }

        @Override
        public String toString() {
            return "Form[" + answers.size() + " answers]";
        }
    }

    /** Whether the company may call the customer, and until when. */
    record CallPermission(boolean granted, boolean lasting, @Nullable Instant until) implements Aside {
        @Override
        public String type() {
            return "interactive";
        }
    }

    /**
     * A call over WhatsApp.
     *
     * @param event Meta's {@code connect}, {@code terminate}, …
     * @param byCustomer whether the customer called
     */
    record Call(String event, boolean byCustomer) implements Content {
        @Override
        public String type() {
            return "call";
        }

        @Override
        public boolean asksForAnswer() {
            return byCustomer && event.equals("connect");
        }
    }

    /** A sign put to another message; null takes it away again. */
    record Reaction(@Nullable String emoji) implements Aside {
        @Override
        public String type() {
            return "reaction";
        }

        @Override
        public String text() {
            return emoji == null ? "" : emoji;
        }
    }

    /** Another message now says this. */
    record Edit(Content to) implements Aside {
        @Override
        public String type() {
            return "edit";
        }

        @Override
        public String text() {
            return to.text();
        }
    }

    /** Another message was deleted for everybody. */
    record Revoke() implements Aside {
        @Override
        public String type() {
            return "revoke";
        }
    }

    /**
     * News of the customer's account, such as a new number.
     *
     * @param what Meta's name of it, such as {@code user_changed_number}
     */
    record Account(String what, String text) implements Aside {
        @Override
        public String type() {
            return "system";
        }

        @Override
        public String toString() {
            return "Account[" + what + "]";
        }
    }

    /**
     * The thread went from one app to another.
     *
     * @param from Meta's role of who answered until now; null when not told
     * @param to Meta's role of who answers from now on; null when not told
     * @param toUs whether that is the company's people
     */
    record Handover(@Nullable String from, @Nullable String to, boolean toUs) implements Content {
        @Override
        public String type() {
            return "handover";
        }

        @Override
        public boolean asksForAnswer() {
            return toUs;
        }
    }

    /**
     * Something that WhatsApp does not pass on: shown as a card that says so. The content may follow under the same wamid.
     *
     * @param what Meta's name of it, such as {@code poll_creation}; null when not told
     * @param code Meta's error code, such as 131060; 0 when not told
     */
    record Unsupported(@Nullable String what, int code) implements Content {
        private static final int MEDIA_NOT_LOADED = 131052; // no content follows

        @Override
        public String type() {
            return "unsupported";
        }

        @Override
        public boolean asksForAnswer() {
            return code == MEDIA_NOT_LOADED;
        }

        @Override
        public boolean opensConversation() {
            return true;
        }
    }

    /** A type whose content Rota keeps but does not read: shown as a card that says so. */
    record Other(String type, boolean asksForAnswer) implements Content {}
}
