package dev.rota.config;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * One file as it was when it was read; nothing reads it again.
 *
 * @param name what it is called wherever the folders lie: {@code config/teams.yaml}, {@code routes/triage/queue.camel.yaml}
 * @param path its name with the folder that it was read from, as problems quote it
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record RuleFile(String name, String path, byte[] bytes) {

    /**
     * Its content.
     *
     * @throws CharacterCodingException when it is not UTF-8
     */
    public String text() throws CharacterCodingException {
        return StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(bytes))
                .toString();
    }

    @Override
    public String toString() {
        return name;
    }
}
