package dev.rota.routing;

/**
 * One way through a choice of the rules: a {@code when} or an {@code otherwise}.
 *
 * @param file the route file, relative to the routes folder
 * @param line its line there, from 1
 * @param step its id, or that of the choice that it belongs to
 * @param text the expression as written, or {@code otherwise}
 */
public record Branch(String file, int line, String step, String text) {

    /** Whether a decision that tried that rule went this way. */
    public boolean isTaken(Because rule) {
        return rule.value().equals("true")
                && rule.line() == line
                && rule.file().equals(file)
                && rule.step().equals(step)
                && rule.text().equals(text);
    }
}
