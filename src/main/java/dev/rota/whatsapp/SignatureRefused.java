package dev.rota.whatsapp;

/** A webhook that nobody who knows an app secret has signed. */
public final class SignatureRefused extends RuntimeException {

    private static final long serialVersionUID = 1;

    SignatureRefused(String sentence) {
        super(sentence, null, false, false); // strangers knock often: no stack trace for them
    }
}
