package dev.rota.api;

/** A parameter of the address that means nothing; the message says what was expected. */
final class BadParameter extends RuntimeException {

    private static final long serialVersionUID = 1;

    BadParameter(String parameter, String sentence) {
        super("parameter '" + parameter + "': " + sentence, null, false, false);
    }
}
