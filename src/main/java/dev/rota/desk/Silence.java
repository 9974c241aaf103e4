package dev.rota.desk;

import java.time.Duration;

/**
 * What a conversation weighs whose customer says nothing.
 *
 * @param after how long the customer has said nothing
 * @param weight its part of a whole conversation, in hundredths from 0 to 100
 */
public record Silence(Duration after, int weight) {

    /** What a conversation weighs that goes on. */
    public static final int WHOLE = 100;
}
