package dev.rota.media;

import com.fasterxml.jackson.annotation.JsonFormat;

/**
 * A file that an agent has uploaded, and not sent yet.
 *
 * @param type Meta's of the message that can show it: {@code image}, {@code audio}, {@code video} or {@code document}
 * @param mimeType what it is, as its bytes say
 * @param size in bytes
 */
public record Upload(
        @JsonFormat(shape = JsonFormat.Shape.STRING) long id, String type, String name, String mimeType, long size) {

    @Override
    public String toString() {
        return "Upload[" + id + ", " + type + "]";
    }
}
