package dev.rota.whatsapp;

/** A body that is no webhook of a product of Meta's; the message says why, as a sentence without any of its content. */
final class Unreadable extends Exception {

    static final String BEYOND_BOUNDS =
            "the body goes beyond Meta's bounds: too deep, or a name, number or text too long";

    private static final long serialVersionUID = 1;

    Unreadable(String sentence) {
        super(sentence, null, false, false);
    }
}
