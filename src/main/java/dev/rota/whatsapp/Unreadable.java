package dev.rota.whatsapp;

/** A body that is not a WhatsApp webhook; the message says why, as a sentence without any of its content. */
final class Unreadable extends Exception {

    private static final long serialVersionUID = 1;

    Unreadable(String sentence) {
        super(sentence, null, false, false);
    }
}
