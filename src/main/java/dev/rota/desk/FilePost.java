package dev.rota.desk;

import java.nio.file.Path;

/**
 * A file on its way to Meta, ahead of the message that shows it.
 *
 * @param file its id here
 * @param number the name of the number that the message leaves from
 */
public record FilePost(long file, String number, Path bytes, String mimeType) {

    @Override
    public String toString() {
        return "FilePost[" + file + "]";
    }
}
