package dev.rota.desk;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One attempt to fetch a file from Meta.
 *
 * @param file its id here
 * @param lease proves that the attempt is still ours when its outcome is written
 * @param number the name of the number that it came to
 * @param token what answers for that number at Meta
 * @param type Meta's of the message that brought it
 * @param media the id under which Meta keeps it
 * @param name what it was called by who sent it
 * @param until when Meta forgets it
 * @param attempt counts from 1
 */
public record FileFetch(
        long file,
        UUID lease,
        String number,
        String numberId,
        String token,
        String type,
        String media,
        @Nullable String name,
        Instant until,
        int attempt) {

    @Override
    public String toString() {
        return "FileFetch[" + file + ", attempt " + attempt + "]";
    }
}
