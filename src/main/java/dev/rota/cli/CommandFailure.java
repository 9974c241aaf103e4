package dev.rota.cli;

import java.util.List;

/** A command that could not do what it was asked, with a sentence for each reason. */
final class CommandFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int exitCode;
    private final transient List<String> sentences;

    private CommandFailure(int exitCode, List<String> sentences) {
        super(String.join(" ", sentences));
        this.exitCode = exitCode;
        this.sentences = List.copyOf(sentences);
    }

    /** It was used as it should be, and did not succeed. */
    static CommandFailure found(String sentence) {
        return new CommandFailure(1, List.of(sentence));
    }

    /** It was called with something missing or wrong. */
    static CommandFailure wrongUse(String sentence) {
        return wrongUse(List.of(sentence));
    }

    /** The same, with all that is missing or wrong. */
    static CommandFailure wrongUse(List<String> sentences) {
        return new CommandFailure(2, sentences);
    }

    int exitCode() {
        return exitCode;
    }

    List<String> sentences() {
        return sentences;
    }
}
