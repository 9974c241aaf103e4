package dev.rota.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A ticket as the simulated helpdesk keeps it.
 *
 * @param state what the command of the highest epoch told
 * @param entries what was said and noted, in the order it came
 */
public record HelpdeskTicket(String ticketId, String conversation, HelpdeskState state, List<Entry> entries) {

    /** Something said, or noted, in a ticket. */
    public record Entry(String id, String op, String direction, @Nullable String author, String text, String at) {

        @Override
        public String toString() {
            return "Entry[" + id + "]";
        }
    }

    public HelpdeskTicket {
        entries = List.copyOf(entries);
    }

    static HelpdeskTicket created(String ticketId, JsonNode command) {
        var conversation = command.path("conversation").asText();
        return new HelpdeskTicket(ticketId, conversation, HelpdeskState.of(command), appended(List.of(), command));
    }

    /** The ticket after a further command; one that comes late, of an epoch that is over, only adds what was said. */
    HelpdeskTicket changedBy(JsonNode command) {
        var told = HelpdeskState.of(command);
        var newest = told.epoch() < state.epoch() ? state : told;
        return new HelpdeskTicket(ticketId, conversation, newest, appended(entries, command));
    }

    private static List<Entry> appended(List<Entry> before, JsonNode command) {
        var all = new ArrayList<>(before);
        for (var said : command.path("messages")) {
            var entry = entry(command.path("op").asText(), said);
            if (all.stream().noneMatch(known -> known.id().equals(entry.id()))) {
                all.add(entry);
            }
        }
        if (command.hasNonNull("brief")) {
            all.add(note(command));
        }
        return all;
    }

    /** What whoever takes over should know, for the helpdesk's own people alone. */
    private static Entry note(JsonNode command) {
        var brief = command.path("brief");
        var text = "%s takes over. Asked last: “%s”. Without an answer since %s. May be answered freely until %s."
                .formatted(
                        command.at("/owner/name").asText("nobody"),
                        brief.path("question").asText("nothing"),
                        brief.path("waitingSince").asText("no time"),
                        brief.path("windowClosesAt").asText("no time"));
        return new Entry(
                command.path("key").asText(),
                "note",
                "note",
                null,
                text,
                brief.path("askedAt").asText());
    }

    private static Entry entry(String op, JsonNode said) {
        return new Entry(
                said.path("id").asText(),
                op,
                said.path("direction").asText(),
                said.path("author").textValue(),
                said.path("text").asText(),
                said.path("at").asText());
    }
}
