package dev.rota.desk;

import dev.rota.routing.Triage;
import java.util.Objects;

/** Decides turns by the rules that are in force. */
public final class Decisions {

    private final Triage triage;

    public Decisions(Triage triage) {
        this.triage = triage;
    }

    /** The turn with its decision. */
    public Turn decide(Turn turn) {
        var inquiry = Objects.requireNonNull(turn.inquiry(), "a turn is decided after its inquiry is composed");
        return turn.with(triage.decide(inquiry));
    }
}
