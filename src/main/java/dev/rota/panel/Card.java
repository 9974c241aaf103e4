package dev.rota.panel;

import dev.rota.conversation.Whole;
import dev.rota.inquiry.Content;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A message that is more than words, as the thread shows it.
 *
 * @param label what it is: Meta's type, or the word of ours that says more
 * @param words the words in it; empty when the lines tell all
 * @param sentence what happened: a key of the message bundle; null when words and lines tell it
 * @param detail goes into the sentence; a key of the bundle under {@code detail.} where there is one
 * @param lines what it holds, one thing a line
 */
record Card(String label, String words, @Nullable String sentence, String detail, List<String> lines) {

    Card {
        lines = List.copyOf(lines);
    }

    /**
     * The card of a message; plain words have none.
     *
     * @param clock how an instant is written for the reader
     */
    static @Nullable Card of(Whole.Message message, Function<Instant, String> clock) {
        var content = message.content();
        if (content == null) {
            return null;
        }
        if (content instanceof Content.CallPermission permission) {
            return permission(permission, clock);
        }
        if (content instanceof Content.Media words && message.media() != null) {
            return card(message.type(), words.text(), some(message.media().mimeType())); // its file stands below
        }
        var said = said(message.type(), content);
        return said == null ? happened(message.type(), content) : said;
    }

    /** What somebody sent. */
    private static @Nullable Card said(String type, Content content) {
        if (content instanceof Content.Choice choice) {
            return card("choice", choice.title(), List.of());
        }
        if (content instanceof Content.Media media) {
            return card(type, media.text(), some(media.filename(), media.mimeType()));
        }
        if (content instanceof Content.Location place) {
            return card(type, place.text(), some(place.address(), place.latitude() + ", " + place.longitude()));
        }
        if (content instanceof Content.Contacts contacts) {
            var own = contacts.cards().stream().anyMatch(Content.Contacts.Card::own);
            var lines = contacts.cards().stream().map(Card::line).toList();
            return new Card(type, "", own ? "card.own" : null, "", lines);
        }
        if (content instanceof Content.Order order) {
            return card(
                    type, order.text(), order.items().stream().map(Card::line).toList());
        }
        if (content instanceof Content.Form form) {
            var lines = new ArrayList<String>();
            form.answers().forEach((question, answer) -> lines.add(question + ": " + answer));
            return card("form", form.text(), lines);
        }
        return null;
    }

    /** What somebody did, or what became of it. */
    private static Card happened(String type, Content content) {
        if (content instanceof Content.Reaction reaction) {
            return reaction.emoji() == null
                    ? event(type, "card.unreaction", "")
                    : event(type, "card.reaction", reaction.emoji());
        }
        if (content instanceof Content.Edit edit) {
            return new Card(type, edit.text(), "card.edit", "", List.of());
        }
        if (content instanceof Content.Revoke) {
            return event(type, "card.revoke", "");
        }
        if (content instanceof Content.Call call) {
            return event(type, call.byCustomer() ? "card.call.in" : "card.call.out", call.event());
        }
        if (content instanceof Content.Account account) {
            return new Card(type, account.text(), "card.account", account.what(), List.of());
        }
        if (content instanceof Content.Handover handover) {
            var to = handover.to() == null ? "unknown" : handover.to();
            return event(type, handover.toUs() ? "card.handover.us" : "card.handover.away", to);
        }
        if (content instanceof Content.Unsupported unsupported) {
            var what = unsupported.what();
            return event(
                    type,
                    unsupported.asksForAnswer() ? "card.unloaded" : "card.unsupported",
                    what == null ? "unknown" : what);
        }
        return event(type, "card.other", type);
    }

    private static Card permission(Content.CallPermission permission, Function<Instant, String> clock) {
        if (!permission.granted()) {
            return event("permission", "card.permission.refused", "");
        }
        return permission.until() == null || permission.lasting()
                ? event("permission", "card.permission.granted", "")
                : event("permission", "card.permission.until", clock.apply(permission.until()));
    }

    private static Card card(String label, String words, List<String> lines) {
        return new Card(label, words, null, "", lines);
    }

    private static Card event(String label, String sentence, String detail) {
        return new Card(label, "", sentence, detail, List.of());
    }

    private static String line(Content.Contacts.Card card) {
        var phones = String.join(", ", card.phones());
        return card.name() == null ? phones : phones.isEmpty() ? card.name() : card.name() + ": " + phones;
    }

    private static String line(Content.Order.Item item) {
        var price = item.price() == null ? "" : " · " + plain(item.price());
        var currency = item.price() == null || item.currency() == null ? "" : " " + item.currency();
        return item.quantity() + " × " + item.product() + price + currency;
    }

    private static String plain(BigDecimal price) {
        return price.toPlainString();
    }

    private static List<String> some(@Nullable String... lines) {
        var some = new ArrayList<String>();
        for (var line : lines) {
            if (line != null && !line.isBlank()) {
                some.add(line);
            }
        }
        return some;
    }

    @Override
    public String toString() {
        return "Card[" + label + "]";
    }
}
