package dev.rota.whatsapp.simulated;

import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import com.fasterxml.jackson.core.io.SerializedString;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The ASCII characters that Meta escapes though JSON does not ask for it. */
final class MetaEscapes extends CharacterEscapes {

    private static final long serialVersionUID = 1L;

    private static final Map<Integer, SerializedString> ESCAPES = Map.of(
            (int) '/', new SerializedString("\\/"),
            (int) '<', new SerializedString("\\u003C"),
            (int) '>', new SerializedString("\\u003E"),
            (int) '%', new SerializedString("\\u0025"),
            (int) '@', new SerializedString("\\u0040"));

    @Override
    public int[] getEscapeCodesForAscii() {
        var codes = standardAsciiEscapesForJSON();
        ESCAPES.keySet().forEach(character -> codes[character] = ESCAPE_CUSTOM);
        return codes;
    }

    @Override
    public @Nullable SerializableString getEscapeSequence(int character) {
        return ESCAPES.get(character);
    }
}
