package dev.rota.flow.triage;

/** Something that a rule or a {@code to} says and may not; the message is the sentence for the person who wrote it. */
final class Refused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Refused(String sentence) {
        super(sentence);
    }

    String sentence() {
        return String.valueOf(getMessage());
    }
}
