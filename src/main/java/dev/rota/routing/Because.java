package dev.rota.routing;

/**
 * One rule that a decision tried.
 *
 * @param file the route file, relative to the routes folder; {@link #OVERRIDE} for what an override says
 * @param line the line of the rule in it, from 1; the id of an override
 * @param step the id of the branch, or of the choice it belongs to; of an override whose it is, until when, and why
 * @param text the expression as written, {@code otherwise}, or the endpoint that was reached
 * @param value {@code true} or {@code false}, or what the step gave
 */
public record Because(String file, int line, String step, String text, String value) {

    /** What stands for the file where no file says it. */
    public static final String OVERRIDE = "override";
}
