package dev.rota.inquiry;

import org.jspecify.annotations.Nullable;

/** What went on before with this customer, over all of the company's numbers. */
public record History(@Nullable String lastAgent, @Nullable String lastRequestType, int openTickets) {

    /** Nothing went on before, or nothing is known of it. */
    public static final History NONE = new History(null, null, 0);
}
