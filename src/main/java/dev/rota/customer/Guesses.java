package dev.rota.customer;

import dev.rota.desk.Turn;
import dev.rota.inquiry.Content;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/** Asks a model what the customer wants, if one is set up; rules may look at its answer, and decide all the same without. */
public final class Guesses {

    /** What a model answers that can't tell. */
    public static final String CANNOT_TELL = "unknown";

    private static final String NAME = "model";

    private final Informant<GuessQuestion, Optional<String>> informant;

    /** @param after where the way of a message goes on after an answer */
    public Guesses(Line<GuessQuestion> line, Executor after) {
        this(line, after, Informant.PATIENCE);
    }

    Guesses(Line<GuessQuestion> line, Executor after, CircuitBreakerConfig patience) {
        this.informant = new Informant<>(NAME, line, Guesses::read, patience, after);
    }

    /** Whether there is a model to ask, and something that it could make a guess of: words that are not a button's. */
    public boolean isWorthAsking(Turn turn) {
        var content = turn.message().said().content();
        return turn.rules().company().lookups().model() != null
                && !(content instanceof Content.Choice)
                && content.text().codePoints().anyMatch(Character::isLetter);
    }

    /** The turn with what the model took it for, or without; within the deadline in any case. */
    public CompletableFuture<Turn> guess(Turn turn) {
        var known = turn.rules().company();
        var lookup = Objects.requireNonNull(known.lookups().model(), "a model is asked only if it is set up");
        var text = turn.message().said().content().text();
        return informant
                .ask(GuessQuestion.of(text, known.requestTypes()), lookup)
                .thenApply(told -> with(turn, told));
    }

    private static Turn with(Turn turn, Told<Optional<String>> told) {
        var guess = told.answer() == null ? null : told.answer().orElse(null);
        var cannotTell = told.answer() != null && guess == null;
        var source = cannotTell ? told.source() + " that it can't tell" : told.source();
        return turn.guessed(guess, new Told<>(guess, source, told.ageMs()).fact("guess", guess));
    }

    /** One of the request types, alone but for what models put around a word; whatever else it says is not used. */
    private static Optional<String> read(GuessQuestion question, Optional<Object> answer) {
        var word = answer.orElse("") instanceof String text ? text.strip().replaceAll("^[\"'`*]+|[\"'`*.]+$", "") : "";
        if (word.toLowerCase(Locale.ROOT).equals(CANNOT_TELL)) {
            return Optional.empty();
        }
        return Optional.of(question.requestTypes().stream()
                .filter(type -> type.equalsIgnoreCase(word))
                .findFirst()
                .orElseThrow(() -> Unusable.because("answered none of the request types")));
    }
}
