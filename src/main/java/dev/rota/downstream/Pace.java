package dev.rota.downstream;

import java.time.Duration;

/**
 * How fast one customer may be written to from one number.
 *
 * @param pause between two messages
 * @param burst how many may go at once after a long silence
 */
record Pace(Duration pause, int burst) {

    /**
     * What Meta allows: a message every six seconds, and 45 at once on credit.
     *
     * @see <a href="https://developers.facebook.com/docs/whatsapp/cloud-api/overview#pair-rate-limits">pair rate limits</a>
     */
    static final Pace OF_A_PAIR = new Pace(Duration.ofSeconds(6), 45);

    /** How far ahead of the time the messages sent may be. */
    Duration credit() {
        return pause.multipliedBy(burst - 1);
    }
}
