package dev.rota.media;

import org.apache.tika.mime.MimeTypeException;
import org.apache.tika.mime.MimeTypes;
import org.jspecify.annotations.Nullable;

/** What files are called when somebody saves them: as who sent them says, but as no path and nothing hidden. */
public final class FileNames {

    private static final int LONGEST = 120;

    private FileNames() {}

    /**
     * The name of a file.
     *
     * @param name what it was called by who sent it, or null
     * @param otherwise what it is called without one, to which the type's ending is added
     */
    public static String of(@Nullable String name, String otherwise, @Nullable String mimeType) {
        var cleaned = name == null
                ? ""
                : name.replaceAll("[\\p{Cntrl}\\p{Cf}/\\\\:*?\"<>|]", "_").strip();
        cleaned = cleaned.replaceFirst("^[. ]+", "");
        if (cleaned.isEmpty()) {
            return otherwise + ending(mimeType);
        }
        return cleaned.length() <= LONGEST ? cleaned : cleaned.substring(cleaned.length() - LONGEST);
    }

    private static String ending(@Nullable String mimeType) {
        try {
            return mimeType == null
                    ? ""
                    : MimeTypes.getDefaultMimeTypes().forName(mimeType).getExtension();
        } catch (MimeTypeException e) {
            return "";
        }
    }
}
