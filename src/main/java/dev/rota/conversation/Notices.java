package dev.rota.conversation;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What Meta had to tell of the numbers and their account, for who runs them. */
public interface Notices {

    /** The newest notices, newest first. */
    List<Notice> latest(int most);

    /**
     * One notice, without a word of a customer's.
     *
     * @param about what it is, by Meta's name of the field
     * @param number the name of the number; null when it is about none
     */
    record Notice(String about, String sentence, @Nullable String number, Instant at) {}
}
