package dev.rota.assignment;

import java.util.List;

/** What came of a choice. */
public sealed interface Outcome {

    /** Every candidate with the reason in or out. */
    List<Verdict> because();

    /** The one agent who is responsible. */
    record Assigned(String agent, List<Verdict> because) implements Outcome {
        public Assigned {
            because = List.copyOf(because);
        }

        /** What spoke for the one who was chosen. */
        public String why() {
            return because.stream()
                    .filter(verdict -> verdict.agent().equals(agent))
                    .map(Verdict::reason)
                    .findFirst()
                    .orElse("chosen");
        }
    }

    /** Nobody can take it now, and why. */
    record Waits(String reason, List<Verdict> because) implements Outcome {
        public Waits {
            because = List.copyOf(because);
        }
    }
}
