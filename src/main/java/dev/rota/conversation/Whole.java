package dev.rota.conversation;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import dev.rota.desk.Brief;
import dev.rota.inquiry.Content;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A conversation with everything that happened in it, each list oldest first.
 *
 * @param notes what people wrote for each other; never sent
 * @param changes who changed it to what, and why: its timeline
 * @param brief what its present owner should know at a glance, when a switchover brought it to them; null otherwise
 */
public record Whole(
        @JsonUnwrapped Summary summary,
        List<Message> messages,
        List<Assignment> assignments,
        List<Explanation.Decision> decisions,
        List<Deliveries.Delivery> deliveries,
        List<Change> changes,
        List<Note> notes,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Brief brief) {

    /** One without notes that no switchover brought to its owner. */
    public Whole(
            Summary summary,
            List<Message> messages,
            List<Assignment> assignments,
            List<Explanation.Decision> decisions,
            List<Deliveries.Delivery> deliveries,
            List<Change> changes) {
        this(summary, messages, assignments, decisions, deliveries, changes, List.of(), null);
    }

    public Whole {
        messages = List.copyOf(messages);
        assignments = List.copyOf(assignments);
        decisions = List.copyOf(decisions);
        deliveries = List.copyOf(deliveries);
        changes = List.copyOf(changes);
        notes = List.copyOf(notes);
    }

    /**
     * Something said.
     *
     * @param direction {@code in} or {@code out}
     * @param type Meta's name of the type: {@code text}, {@code image}, …
     * @param text the words as they were said first; empty when there are none
     * @param status how far a message of ours has come; null for the customer's
     * @param author who wrote a message of ours; null for the customer's
     * @param error Meta's reason when it failed
     * @param content what it consists of where that is more than words, named by its {@code kind}; null for plain words
     * @param timed whether Meta's time could be believed; else {@code at} is when it arrived
     * @param forwarded whether it was written for somebody else before
     * @param member who of a group wrote
     * @param about the wamid of the message that it answers, reacts to, edits or deletes
     * @param quoted that message; null when it is not known
     * @param marks what was done to it since
     * @param media the file that it brought or took along; null when there is none
     */
    public record Message(
            @JsonFormat(shape = JsonFormat.Shape.STRING) long id,
            @Nullable String wamid,
            String direction,
            String type,
            String text,
            Instant at,
            @Nullable String status,
            @Nullable String author,
            @Nullable String error,
            @JsonSerialize(using = ContentJson.class) @Nullable Content content,
            boolean timed,
            boolean forwarded,
            @Nullable String member,
            @Nullable String about,
            @Nullable Quote quoted,
            @JsonUnwrapped Marks marks,
            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Media media) {

        /** One without a file. */
        public Message(
                long id,
                @Nullable String wamid,
                String direction,
                String type,
                String text,
                Instant at,
                @Nullable String status,
                @Nullable String author,
                @Nullable String error,
                @Nullable Content content,
                boolean timed,
                boolean forwarded,
                @Nullable String member,
                @Nullable String about,
                @Nullable Quote quoted,
                Marks marks) {
            this(
                    id, wamid, direction, type, text, at, status, author, error, content, timed, forwarded, member,
                    about, quoted, marks, null);
        }

        /** Plain words to which nothing was done. */
        public Message(
                long id,
                @Nullable String wamid,
                String direction,
                String type,
                String text,
                Instant at,
                @Nullable String status,
                @Nullable String author,
                @Nullable String error) {
            this(
                    id,
                    wamid,
                    direction,
                    type,
                    text,
                    at,
                    status,
                    author,
                    error,
                    null,
                    true,
                    false,
                    null,
                    null,
                    null,
                    Marks.NONE);
        }

        /** The same, with the message that it is about, and with what was done to it. */
        Message with(@Nullable Quote quote, Marks done) {
            return new Message(
                    id, wamid, direction, type, text, at, status, author, error, content, timed, forwarded, member,
                    about, quote, done, media);
        }

        @Override
        public String toString() {
            return "Message[" + id + ", " + direction + ", " + type + "]";
        }
    }

    /**
     * A file.
     *
     * @param state {@code due} while it is still to be fetched, {@code kept}, {@code failed} or {@code removed}
     * @param mimeType what it is; until it is here, what the message says
     * @param size in bytes; null until it is here
     * @param error why it is not here, in a sentence; null when nothing is wrong
     * @param metaUntil until when Meta keeps it; null when Meta does not have it
     */
    public record Media(
            @JsonFormat(shape = JsonFormat.Shape.STRING) long id,
            String state,
            @Nullable String name,
            @Nullable String mimeType,
            @Nullable Long size,
            @Nullable String error,
            @Nullable Instant metaUntil) {

        /** Whether it could not be fetched, and still can be. */
        public boolean isFetchable(Instant now) {
            return state.equals("failed") && metaUntil != null && now.isBefore(metaUntil);
        }

        @Override
        public String toString() {
            return "Media[" + id + ", " + state + "]";
        }
    }

    /** The message that another one is about. */
    public record Quote(
            @JsonFormat(shape = JsonFormat.Shape.STRING) long id,
            String direction,
            String type,
            String text,
            @Nullable String author) {

        @Override
        public String toString() {
            return "Quote[" + id + "]";
        }
    }

    /** One agent's responsibility; without an end while it lasts. */
    public record Assignment(String agent, Instant from, @Nullable Instant to, String by, String why, int epoch) {}

    /** Something that a person wrote for others. */
    public record Note(@JsonFormat(shape = JsonFormat.Shape.STRING) long id, Instant at, String author, String text) {

        @Override
        public String toString() {
            return "Note[" + id + "]";
        }
    }

    /** What one change made of the conversation. */
    public record Change(
            int epoch,
            Instant at,
            String what,
            String by,
            String why,
            String status,
            String queue,
            @Nullable String owner) {}
}
