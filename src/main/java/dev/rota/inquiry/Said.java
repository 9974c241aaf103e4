package dev.rota.inquiry;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One message as it was sent.
 *
 * @param wamid Meta's id of the message; it contains the phone number, so it never reaches a log
 * @param at when it was sent, by Meta's timestamp; when it arrived, where that can't be believed
 * @param timed whether Meta's timestamp could be believed
 * @param ad the id of the ad that the customer came from
 * @param product the catalogue product that the message is about
 * @param about the wamid of the message that it answers, reacts to, edits or revokes
 * @param forwarded whether it was written for somebody else before
 */
public record Said(
        String wamid,
        Content content,
        Instant at,
        boolean timed,
        @Nullable String ad,
        @Nullable String product,
        @Nullable String about,
        boolean forwarded) {

    /** A message that is just itself. */
    public static Said of(String wamid, Content content, Instant at) {
        return new Said(wamid, content, at, true, null, null, null, false);
    }

    /** The same, after a tap on an ad. */
    public Said fromAd(@Nullable String id) {
        return new Said(wamid, content, at, timed, id, product, about, forwarded);
    }

    @Override
    public String toString() {
        return "Said[" + content.type() + ", at=" + at + "]";
    }
}
