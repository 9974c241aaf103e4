package dev.rota.conversation;

/** A cursor that comes from no page of the list it is used for. */
public final class UnknownCursor extends IllegalArgumentException {

    private static final long serialVersionUID = 1;

    UnknownCursor() {
        super("the cursor comes from another list; expected 'next' of the page before");
    }
}
