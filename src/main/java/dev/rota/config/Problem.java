package dev.rota.config;

/**
 * Something wrong in a file, as a sentence for the person who edits it.
 *
 * @param line counted from 1
 */
public record Problem(String file, int line, String sentence) {

    @Override
    public String toString() {
        return file + ":" + line + ": " + sentence;
    }
}
