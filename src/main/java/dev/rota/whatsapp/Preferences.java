package dev.rota.whatsapp;

import dev.rota.desk.Event;
import dev.rota.desk.Heard;

/** Reads what a customer wants to hear of, and what no longer. */
final class Preferences {

    private Preferences() {}

    static Heard read(Event event, Topic topic) {
        var preference = topic.element("user_preferences");
        var person = Person.of(preference);
        if (person.identities().isEmpty()) {
            return new Heard.Unhandled(event, "the preference names no customer: it has neither 'wa_id' nor 'user_id'");
        }
        var category = Node.word(preference, "category");
        var value = Node.textOrEmpty(preference, "value");
        var wanted = value.equals("resume");
        if (category == null || !(wanted || value.equals("stop"))) {
            return new Heard.Notice(
                    event, topic.field(), "A customer's preference is neither 'stop' nor 'resume'; it was kept.");
        }
        var at = Moment.of(preference, event.receivedAt()).at();
        return new Heard.Preference(event, person.identities(), category, wanted, at);
    }
}
