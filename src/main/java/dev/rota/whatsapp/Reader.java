package dev.rota.whatsapp;

import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import dev.rota.desk.Company;
import dev.rota.desk.Event;
import dev.rota.desk.Heard;
import java.io.IOException;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** Says what an event says. */
public final class Reader {

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,64}");

    private final Supplier<Company> company;
    private final Accounts accounts;

    public Reader(Supplier<Company> company) {
        this(company, new Accounts());
    }

    Reader(Supplier<Company> company, Accounts accounts) {
        this.company = company;
        this.accounts = accounts;
    }

    /** A message, a status, a notice, or the reason why it is none of them; nothing that it holds makes this fail. */
    public Heard read(Event event) {
        if (event.kind().equals(Kinds.UNREADABLE)) {
            return new Heard.Unhandled(event, reason(event.body()));
        }
        if (event.kind().equals(Kinds.COPY)) {
            return new Heard.Copy(event);
        }
        try {
            return read(event, Topic.of(Json.MAPPER.readTree(event.body())));
        } catch (StreamConstraintsException e) {
            return new Heard.Unhandled(event, Unreadable.BEYOND_BOUNDS);
        } catch (IOException e) {
            return new Heard.Unhandled(event, "the event's body is not JSON any more");
        }
    }

    /** What each of many events says. */
    public List<Heard> readAll(List<Event> events) {
        return events.stream().map(this::read).toList();
    }

    private Heard read(Event event, Topic topic) {
        accounts.heard(event.number(), topic.account());
        return switch (event.kind()) {
            case Kinds.MESSAGE, Kinds.UNSUPPORTED, Kinds.STANDBY -> ofOurs(event, () -> Messages.read(event, topic));
            case Kinds.ECHO -> ofOurs(event, () -> Messages.echo(event, topic));
            case Kinds.STATUS -> ofOurs(event, () -> Statuses.read(event, topic));
            case Kinds.CALL -> ofOurs(event, () -> Calls.read(event, topic));
            case Kinds.HANDOVER -> ofOurs(event, () -> Handovers.read(event, topic));
            case Kinds.PREFERENCE -> ofOurs(event, () -> Preferences.read(event, topic));
            case Kinds.ERROR -> new Heard.Notice(event, "errors", ErrorNotices.sentence(topic.element("errors")));
            case Kinds.MESSENGER, Kinds.INSTAGRAM -> new Heard.Notice(event, event.kind(), null);
            default -> Notices.read(event, topic);
        };
    }

    private Heard ofOurs(Event event, Supplier<Heard> heard) {
        var number = event.number();
        if (number.isEmpty()) {
            return new Heard.Unhandled(event, "the event names no number: metadata.phone_number_id is missing");
        }
        if (company.get().numberById(number).isEmpty()) {
            var id = NUMBER.matcher(number).matches() ? number : "that is not made of digits";
            return new Heard.Unhandled(event, "number " + id + " is not in config/numbers.yaml");
        }
        return heard.get();
    }

    private static String reason(byte[] body) {
        try {
            OutlineReader.read(body);
            return "the body can't be taken apart: its parts would take too much room";
        } catch (Unreadable e) {
            return String.valueOf(e.getMessage());
        }
    }
}
