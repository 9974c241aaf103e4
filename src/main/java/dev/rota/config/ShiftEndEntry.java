package dev.rota.config;

import dev.rota.desk.ShiftEnd;
import java.time.Duration;

/** What becomes of open conversations at the end of a shift: a word, or a time. */
sealed interface ShiftEndEntry {

    ShiftEnd desk();

    /** What needs no time. */
    enum Word implements ShiftEndEntry {
        KEEP("keep"),
        RETURN("return"),
        HAND_OVER("handOver");

        private final String spelling;

        Word(String spelling) {
            this.spelling = spelling;
        }

        @Override
        public ShiftEnd desk() {
            return switch (this) {
                case KEEP -> new ShiftEnd.Keep();
                case RETURN -> new ShiftEnd.Return();
                case HAND_OVER -> new ShiftEnd.HandOver();
            };
        }

        @Override
        public String toString() {
            return spelling;
        }
    }

    /** Some time of grace. */
    record For(@Key("How long after the shift they stay; then they go back to their queue.") Duration keepFor)
            implements ShiftEndEntry {
        @Override
        public ShiftEnd desk() {
            return new ShiftEnd.KeepFor(keepFor);
        }
    }
}
