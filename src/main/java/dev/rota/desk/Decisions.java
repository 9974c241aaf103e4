package dev.rota.desk;

import java.util.Objects;

/** Decides turns, each by the rules that its inquiry was composed by. */
public final class Decisions {

    /** The turn with its decision. */
    public Turn decide(Turn turn) {
        var inquiry = Objects.requireNonNull(turn.inquiry(), "a turn is decided after its inquiry is composed");
        return turn.with(turn.rules().triage().decide(inquiry));
    }
}
