package dev.rota.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rota.desk.Event;
import dev.rota.desk.Heard;
import dev.rota.desk.Source;
import dev.rota.inquiry.Content;
import dev.rota.inquiry.Said;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads that a thread went from one app of the company's to another. */
final class Handovers {

    /** The roles in which people answer; the others are machines. */
    private static final Set<String> PEOPLE = Set.of("customer_service", "escalation");

    private Handovers() {}

    static Heard read(Event event, Topic topic) {
        var value = topic.value();
        var person = person(topic);
        var to = Node.word(value, "new_owner_role");
        if (person.identities().isEmpty()) {
            return new Heard.Notice(
                    event,
                    topic.field(),
                    "A thread went to " + (to == null ? "another app" : "'" + to + "'")
                            + ", but Meta did not say whose; it was kept.");
        }
        var moment = Moment.of(value, event.receivedAt());
        var content =
                new Content.Handover(Node.word(value, "previous_owner_role"), to, to != null && PEOPLE.contains(to));
        // It has no id of Meta's, so the event's own stands in.
        var said = new Said("handover/" + event.key(), content, moment.at(), moment.timed(), null, null, null, false);
        return new Heard.Message(event, Source.CUSTOMER, person.identities(), List.of(), person.profile(), said);
    }

    private static Person person(Topic topic) {
        var sender = topic.value().path("sender");
        var person = Person.of(Node.id(sender, "user_id"), null, waId(sender), topic.contacts());
        return person.identities().isEmpty() ? Person.of(topic.value()) : person;
    }

    private static @Nullable String waId(JsonNode sender) {
        var waId = Node.id(sender, "wa_id");
        return waId == null ? Node.id(sender, "phone_number") : waId;
    }
}
