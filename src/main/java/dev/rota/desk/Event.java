package dev.rota.desk;

import java.time.Instant;
import java.util.UUID;

/**
 * One element of a webhook.
 *
 * @param id its place in the journal, 0 before it is there
 * @param key what makes it the same event when it comes again: 4 bytes of its time as Meta tells it, 12 of a hash
 * @param kind {@code message}, {@code status}, … as {@code whatsapp} names them
 * @param lane where it is worked off in order, from 0 below {@link #LANES}
 * @param number the {@code phone_number_id} that it came for, empty when it names none
 * @param receivedAt when it reached the door
 * @param body a webhook body that holds this one element, byte for byte as Meta sent the element;
 *     of a copy, a {@link Copy} as it is stored
 */
@SuppressWarnings("ArrayRecordComponent") // events are told apart by their key, never by their bytes
public record Event(long id, UUID key, String kind, int lane, String number, Instant receivedAt, byte[] body) {

    /** How many lanes there are; fixed, since the lane is stored with the event. */
    public static final int LANES = 64;

    /** Whether it tells the fate of a message of ours. */
    public boolean isStatus() {
        return kind.equals("status");
    }

    /** The same event at its place in the journal. */
    public Event at(long journalId) {
        return new Event(journalId, key, kind, lane, number, receivedAt, body);
    }

    /** Camel asks each body for it at each step that looks into it, so it must not go deep. */
    @Override
    public int hashCode() {
        return key.hashCode();
    }

    @Override
    public String toString() {
        return "Event[" + id + ", " + kind + ", lane " + lane + "]";
    }
}
