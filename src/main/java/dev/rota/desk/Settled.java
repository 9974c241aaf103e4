package dev.rota.desk;

import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** Hears what became of deliveries, within the transaction that records it. */
public interface Settled {

    /** A reply was accepted by Meta under that id. */
    void accepted(long message, String wamid);

    /**
     * The news of a message that came before its id was known can be joined to it now. It needs a transaction after the
     * one of {@link #accepted}: only then does either side see the other.
     */
    void joined(long message);

    /**
     * A reply did not go out, or it is not known whether it did.
     *
     * @param error the reason, in a sentence
     */
    void failed(long message, MessageStatus status, @Nullable String error);

    /** Something about the deliveries of these conversations changed. */
    void touched(Collection<Long> conversations);
}
