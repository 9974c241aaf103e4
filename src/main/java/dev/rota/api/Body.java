package dev.rota.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.rota.conversation.FloorActions;
import dev.rota.conversation.Pauses;
import dev.rota.conversation.Refusal;
import dev.rota.conversation.RoutingOverrides;
import dev.rota.routing.Imagined;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What a command carries; a member that no command knows is refused. */
sealed interface Body {

    /** The conversation as the author of the command saw it. */
    record Seen(@JsonProperty(required = true) int epoch) implements Body {}

    /**
     * To whom.
     *
     * @param reason why; wanted when the agent is not at work
     */
    record Assign(
            @JsonProperty(required = true) int epoch,
            @JsonProperty(required = true) String agent,
            @Nullable String reason)
            implements Body {}

    /**
     * What an agent declares.
     *
     * @param state a label of {@link dev.rota.desk.Presence.State}
     * @param until when it ends; null for the end of the shift
     */
    record Declared(@JsonProperty(required = true) String state, @Nullable Instant until) implements Body {}

    /** Where to. */
    record Move(@JsonProperty(required = true) int epoch, @JsonProperty(required = true) String queue)
            implements Body {}

    /**
     * What the customer shall read: one of text, template, buttons, list and media.
     *
     * @param seen the id of the last message that the author saw; null when they saw none
     * @param anyway why it is to go out though something has changed since
     */
    record Reply(
            @JsonProperty(required = true) int epoch,
            @Nullable String seen,
            @Nullable String anyway,
            @Nullable String text,
            @Nullable Template template,
            @Nullable Buttons buttons,
            @Nullable Rows list,
            @Nullable Media media)
            implements Body {

        @Override
        public String toString() {
            return "Reply[epoch=" + epoch + "]";
        }
    }

    /**
     * Whom the company writes to first.
     *
     * @param customer a phone with its country code, a user id of Meta's, or our id of a customer
     * @param queue null for the only one of the agent's team
     * @param agent whose it shall be; null for who asks
     */
    record Begin(
            @JsonProperty(required = true) String number,
            @JsonProperty(required = true) String customer,
            @JsonProperty(required = true) Template template,
            @Nullable String queue,
            @Nullable String agent)
            implements Body {

        @Override
        public String toString() {
            return "Begin[" + number + "]";
        }
    }

    /** What a person writes for others. */
    record Note(@JsonProperty(required = true) String text) implements Body {

        @Override
        public String toString() {
            return "Note";
        }
    }

    /** A template that Meta has approved, with what stands in its gaps. */
    record Template(
            @JsonProperty(required = true) String name,
            @JsonProperty(required = true) String language,
            @Nullable List<String> parameters) {}

    /** Words with buttons. */
    record Buttons(@JsonProperty(required = true) String body, @JsonProperty(required = true) List<Choice> buttons) {}

    /** Words with rows to choose from. */
    record Rows(
            @JsonProperty(required = true) String body,
            @JsonProperty(required = true) String button,
            @JsonProperty(required = true) List<Choice> rows) {}

    /** Something to tap on; the id comes back when it is. */
    record Choice(
            @JsonProperty(required = true) String id,
            @JsonProperty(required = true) String title,
            @Nullable String description) {}

    /**
     * A file.
     *
     * @param file the id of an upload to the conversation
     * @param id of one that Meta has already, there; with its type
     */
    record Media(
            @Nullable String file,
            @Nullable String id,
            @Nullable String type,
            @Nullable String caption,
            @Nullable String filename) {}

    /** What is known of a customer; what is absent or null is not known any more. */
    record Known(
            @Nullable String name,
            @Nullable String tier,
            @Nullable String city,
            @Nullable Map<String, @Nullable String> attributes)
            implements Body {

        @Override
        public String toString() {
            return "Known[tier=" + tier + "]";
        }
    }

    /** Whom to erase: an id of ours, a phone number or an id of Meta's; here, since an address would be logged. */
    record Erase(@JsonProperty(required = true) String customer) implements Body {

        @Override
        public String toString() {
            return "Erase";
        }
    }

    /**
     * A message that nobody has written.
     *
     * @param customer the WhatsApp id of its author, or null
     * @param at when it would come; null for now
     */
    record Question(
            @JsonProperty(required = true) String number,
            @JsonProperty(required = true) String text,
            @Nullable String customer,
            @Nullable Instant at)
            implements Body {

        Imagined imagined(Instant now) {
            return Imagined.text(number, text, at == null ? now : at).by(customer);
        }

        @Override
        public String toString() {
            return "Question[" + number + "]";
        }
    }

    /**
     * A switchover that operations want.
     *
     * @param calendar null when one calendar alone has both shifts
     * @param policy {@code keep}, {@code keepFor:15m}, {@code return} or {@code handOver}; null when each queue has its own
     */
    record Schedule(
            @JsonProperty(required = true) Instant at,
            @Nullable String calendar,
            @JsonProperty(required = true) String from,
            @JsonProperty(required = true) String to,
            @Nullable String policy,
            @Nullable String reason)
            implements Body {}

    /**
     * What is to go elsewhere for a time; what is missing is said together with what makes no sense.
     *
     * @param match what each fact has to be, by its name as rules write it
     * @param dryRun whether only to say what it would do
     */
    record Divert(
            @Nullable Map<String, @Nullable String> match,
            @Nullable String queue,
            @Nullable Instant until,
            @Nullable String reason,
            @Nullable Boolean dryRun)
            implements Body {

        RoutingOverrides.Wanted wanted() {
            var facts = new TreeMap<String, String>();
            if (match != null) {
                match.forEach((fact, value) -> facts.put(fact, value == null ? "" : value));
            }
            return new RoutingOverrides.Wanted(facts, queue == null ? "" : queue, until, reason == null ? "" : reason);
        }
    }

    /**
     * A pause of a queue. What is missing is told with all else that is wrong with it.
     *
     * @param dryRun whether it is only to be said what it would do
     */
    record Pause(@Nullable String queue, @Nullable Instant until, @Nullable String reason, @Nullable Boolean dryRun)
            implements Body {

        Pauses.Wanted wanted() {
            return new Pauses.Wanted(queue == null ? "" : queue, until, reason == null ? "" : reason);
        }
    }

    /**
     * What is to be done with many conversations. What is missing is told with all else that is wrong with it.
     *
     * @param kind {@code assign}, {@code move} or {@code release}
     * @param to the agent or the queue; null for giving back
     */
    record Several(
            @Nullable String kind,
            @Nullable String to,
            @Nullable String reason,
            @Nullable List<FloorActions.Seen> conversations)
            implements Body {

        FloorActions.Wanted wanted() {
            var known = FloorActions.Kind.of(kind == null ? "" : kind)
                    .orElseThrow(() -> new Refusal.Invalid(
                            "kind", "'" + kind + "' is nothing to do; expected assign, move or release"));
            return new FloorActions.Wanted(
                    known,
                    to == null ? "" : to,
                    reason == null ? "" : reason,
                    conversations == null ? List.of() : conversations);
        }
    }
}
