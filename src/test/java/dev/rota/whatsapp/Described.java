package dev.rota.whatsapp;

import dev.rota.desk.Heard;
import dev.rota.desk.Identity;
import dev.rota.desk.Profile;
import dev.rota.desk.Source;
import dev.rota.inquiry.Content;
import dev.rota.inquiry.Said;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What was read from an event, in one line: whatever is not as nearly always in the corpus is spelled out. */
final class Described {

    private static final Instant SENT = Instant.ofEpochSecond(1795608000);

    /** Ana, who writes nearly always. */
    private static final List<String> USUAL = List.of("5511987650001", "BR.1000000000000000001");

    private Described() {}

    static String of(Heard heard) {
        if (heard instanceof Heard.Message message) {
            return message(message);
        }
        if (heard instanceof Heard.Progress progress) {
            var error = progress.error();
            return progress.status().label() + (error == null ? "" : " because " + error) + at(progress.at());
        }
        if (heard instanceof Heard.Preference preference) {
            return preference.category() + (preference.wanted() ? " wanted" : " unwanted") + " by "
                    + ids(preference.identities()) + at(preference.at());
        }
        if (heard instanceof Heard.Notice notice) {
            return "notice: " + notice.about() + (notice.sentence() == null ? "" : ": " + notice.sentence());
        }
        return "unhandled: " + ((Heard.Unhandled) heard).reason();
    }

    private static String message(Heard.Message message) {
        var said = message.said();
        return content(said.content())
                + (message.asksForAnswer() ? "" : message.opensConversation() ? " (look)" : " (no answer)")
                + (message.source().isCustomer() ? " by " : " to ")
                + ids(message.identities())
                + profile(message.profile())
                + (message.source() == Source.CUSTOMER ? "" : " as " + message.source())
                + (message.left().isEmpty() ? "" : " left " + ids(message.left()))
                + more(said)
                + (said.timed() ? at(said.at()) : " at arrival");
    }

    private static String more(Said said) {
        return (said.ad() == null ? "" : " ad " + said.ad())
                + (said.product() == null ? "" : " product " + said.product())
                + (said.about() == null ? "" : " about " + said.about())
                + (said.forwarded() ? " forwarded" : "");
    }

    private static String at(Instant at) {
        return at.equals(SENT) ? "" : " at " + at;
    }

    private static String ids(List<Identity> ids) {
        return ids.stream()
                .map(id -> id.kind() + (USUAL.contains(id.value()) ? "" : "=" + id.value()))
                .collect(Collectors.joining("+"));
    }

    private static String profile(Profile profile) {
        return (profile.name() == null ? "" : " named " + profile.name())
                + (profile.username() == null ? "" : " @" + profile.username())
                + (profile.member() == null ? "" : " member " + profile.member());
    }

    private static String content(Content content) {
        var text = content.text().isEmpty() ? "" : " '" + visible(content.text()) + "'";
        return content.type() + details(content) + text;
    }

    private static String details(Content content) {
        if (content instanceof Content.Choice choice) {
            return " [" + choice.id() + "]";
        }
        if (content instanceof Content.Media media) {
            return listed(media.id(), media.mimeType(), media.filename());
        }
        if (content instanceof Content.Location place) {
            return listed(place.latitude(), place.longitude(), place.address());
        }
        if (content instanceof Content.Contacts contacts) {
            return contacts.cards().stream()
                    .map(card -> (card.own() ? "own " : "") + card.name() + " " + card.phones())
                    .collect(Collectors.joining(", ", " [", "]"));
        }
        if (content instanceof Content.Order order) {
            return order.items().stream()
                    .map(item -> item.quantity() + " " + item.product() + " at " + item.price() + " " + item.currency())
                    .collect(Collectors.joining(", ", " [" + order.catalog() + ": ", "]"));
        }
        if (content instanceof Content.Form form) {
            return " [" + form.name() + " " + form.answers() + "]";
        }
        return news(content);
    }

    private static String news(Content content) {
        if (content instanceof Content.CallPermission permission) {
            return " " + permission;
        }
        if (content instanceof Content.Call call) {
            return " " + call.event() + (call.byCustomer() ? " by customer" : " by company");
        }
        if (content instanceof Content.Edit edit) {
            return " to " + edit.to().type();
        }
        if (content instanceof Content.Account account) {
            return " " + account.what();
        }
        if (content instanceof Content.Handover handover) {
            return " from " + handover.from() + " to " + handover.to() + (handover.toUs() ? " (us)" : "");
        }
        if (content instanceof Content.Unsupported unsupported) {
            return listed(unsupported.what(), unsupported.code());
        }
        return content instanceof Content.Other ? " unread" : "";
    }

    /** What would break the line, or hide in it, as an escape. */
    private static String visible(String text) {
        return text.codePoints()
                .mapToObj(c -> Character.isISOControl(c) || Character.getType(c) == Character.FORMAT
                        ? "\\u%04x".formatted(c)
                        : Character.toString(c))
                .collect(Collectors.joining());
    }

    private static String listed(@Nullable Object... details) {
        return Arrays.stream(details).map(String::valueOf).collect(Collectors.joining(", ", " [", "]"));
    }
}
