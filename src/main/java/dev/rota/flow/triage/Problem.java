package dev.rota.flow.triage;

/**
 * One thing that is wrong in a file that people edit.
 *
 * @param file the file, from the folder that the command was given on
 * @param line the line in it, from 1
 * @param sentence what is wrong, and what was expected
 */
public record Problem(String file, int line, String sentence) {

    @Override
    public String toString() {
        return file + ":" + line + ": " + sentence;
    }
}
