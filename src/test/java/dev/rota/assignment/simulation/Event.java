package dev.rota.assignment.simulation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What happened: enough for whoever looks after promises, and for whoever reads the events of a seed.
 *
 * @param what in words, or what says it in words when it is asked
 * @param chapter the conversation that it happened to, or null
 * @param before how that one stood; null when there was none
 * @param seen the epoch that the author of a command saw; 0 for what is no command
 * @param refusal why a command had no effect, or null
 * @param stateBefore how everything stood before something came again; else empty
 */
record Event(
        Kind kind,
        Object what,
        @Nullable Chapter chapter,
        Chapter.@Nullable Glimpse before,
        int seen,
        @Nullable String refusal,
        List<Object> stateBefore) {

    /** Which promises it concerns. */
    enum Kind {
        MESSAGE,
        /** The customer had said something later already. */
        LATE_MESSAGE,
        COMMAND,
        SWITCHOVER,
        /** Something that had happened before. */
        AGAIN,
        OTHER
    }

    static Event of(Kind kind, Object what) {
        return new Event(kind, what, null, null, 0, null, List.of());
    }

    static Event again(String what, List<Object> stateBefore) {
        return new Event(Kind.AGAIN, what, null, null, 0, null, stateBefore);
    }

    static Event heard(Kind kind, Chapter.Said said, Chapter chapter, Chapter.@Nullable Glimpse before) {
        return new Event(kind, said, chapter, before, 0, null, List.of());
    }

    static Event commanded(Deed deed, Chapter chapter, Chapter.Glimpse before, int seen, @Nullable String refusal) {
        return new Event(Kind.COMMAND, deed, chapter, before, seen, refusal, List.of());
    }

    @Override
    public String toString() {
        return what + (refusal == null ? "" : ": " + refusal) + (chapter == null ? "" : "; " + chapter);
    }
}
