package dev.rota.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rota.desk.Company;
import dev.rota.desk.Event;
import dev.rota.desk.Heard;
import java.io.IOException;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** Says what an event says. */
public final class Reader {

    private static final Pattern NAME = Pattern.compile("[a-z0-9_]{1,64}");
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,64}");

    private final Supplier<Company> company;

    public Reader(Supplier<Company> company) {
        this.company = company;
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
            return read(event, Json.MAPPER.readTree(event.body()));
        } catch (IOException e) {
            return new Heard.Unhandled(event, "the event's body is not JSON any more");
        }
    }

    /** What each of many events says. */
    public List<Heard> readAll(List<Event> events) {
        return events.stream().map(this::read).toList();
    }

    private Heard read(Event event, JsonNode body) {
        var change = Node.first(Node.first(body, "entry"), "changes");
        return switch (event.kind()) {
            case Kinds.MESSAGE, Kinds.UNSUPPORTED -> ofOurs(event, () -> Messages.read(event, change.path("value")));
            case Kinds.STATUS -> ofOurs(event, () -> Statuses.read(event, change.path("value")));
            case Kinds.ECHO -> new Heard.Notice(event, "an echo", null);
            case Kinds.ERROR -> new Heard.Notice(event, "an error", null);
            default -> new Heard.Notice(event, about(change), null);
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

    /** The field's name; it may be news to us, so nothing else than a name is taken for one. */
    private static String about(JsonNode change) {
        var field = Node.textOrEmpty(change, "field");
        return NAME.matcher(field).matches() ? field : "something without a field";
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
