package dev.rota.flow.downstream;

/** A question that needs no request, or is about something that is not there. */
public final class NothingToAsk extends Exception {

    private static final long serialVersionUID = 1L;

    NothingToAsk() {
        super("nothing to ask", null, false, false);
    }
}
