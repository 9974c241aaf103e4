package dev.rota.conversation;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A command that had no effect, with the reason in a sentence. */
public abstract sealed class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1;

    private Refusal(String sentence) {
        super(sentence, null, false, false);
    }

    /** A message that the author of a refused answer has not seen. */
    public record Since(String id, String direction, @Nullable String author, String text, Instant at) {
        @Override
        public String toString() {
            return "Since[" + id + "]";
        }
    }

    /**
     * One thing that is wrong with a command.
     *
     * @param field of the command
     */
    public record Fault(String field, String sentence) {}

    /** There is no such conversation, or it is not for this viewer to see. */
    public static final class NotFound extends Refusal {
        private static final long serialVersionUID = 1;

        public NotFound(String sentence) {
            super(sentence);
        }
    }

    /** The viewer sees the conversation but may not do this. */
    public static final class Forbidden extends Refusal {
        private static final long serialVersionUID = 1;

        public Forbidden(String sentence) {
            super(sentence);
        }
    }

    /** Somebody was faster; says who is responsible now. */
    public static final class Stale extends Refusal {
        private static final long serialVersionUID = 1;

        private final transient Summary.@Nullable Owner owner;
        private final int epoch;
        private final transient List<Since> since;

        public Stale(String sentence, Summary.@Nullable Owner owner, int epoch, List<Since> since) {
            super(sentence);
            this.owner = owner;
            this.epoch = epoch;
            this.since = List.copyOf(since);
        }

        /** Who is responsible now, or null when it waits or is closed. */
        public Summary.@Nullable Owner owner() {
            return owner;
        }

        /** The conversation's epoch now. */
        public int epoch() {
            return epoch;
        }

        /** What was said since the author of an answer looked, newest first; empty for other commands. */
        public List<Since> since() {
            return since;
        }
    }

    /** The command makes no sense on the conversation as it is: unknown agent, no capacity, window closed. */
    public static final class Invalid extends Refusal {
        private static final long serialVersionUID = 1;

        private final transient List<Fault> faults;

        public Invalid(String field, String sentence) {
            this(List.of(new Fault(field, sentence)));
        }

        /** @param faults everything that is wrong; at least one */
        public Invalid(List<Fault> faults) {
            super(faults.stream().map(Fault::sentence).collect(Collectors.joining("; ")));
            this.faults = List.copyOf(faults);
        }

        /** The field of the command that is wrong, the first of several. */
        public String field() {
            return faults.get(0).field();
        }

        /** Everything that is wrong. */
        public List<Fault> faults() {
            return faults;
        }
    }
}
