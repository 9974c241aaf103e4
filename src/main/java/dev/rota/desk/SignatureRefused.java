package dev.rota.desk;

/** A webhook that nobody who knows the secret has signed. */
public final class SignatureRefused extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** @param sentence what is wrong with the signature */
    public SignatureRefused(String sentence) {
        super(sentence, null, false, false); // strangers knock often: no stack trace for them
    }
}
