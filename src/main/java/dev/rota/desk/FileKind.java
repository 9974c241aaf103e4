package dev.rota.desk;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What Meta takes of files, by the type of message that shows them.
 *
 * @see <a href="https://developers.facebook.com/docs/whatsapp/cloud-api/reference/media#supported-media-types">media
 *     types</a>
 */
public enum FileKind {
    IMAGE(5, "image/jpeg", "image/png"),
    AUDIO(16, "audio/aac", "audio/amr", "audio/mpeg", "audio/mp4", "audio/ogg"),
    VIDEO(16, "video/mp4", "video/3gpp"),
    DOCUMENT(
            100,
            "application/pdf",
            "text/plain",
            "application/msword",
            "application/vnd.ms-excel",
            "application/vnd.ms-powerpoint",
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            "application/vnd.openxmlformats-officedocument.presentationml.presentation");

    private static final int MEBI = 1024 * 1024;

    private final int megabytes;

    @SuppressWarnings("ImmutableEnumChecker") // List.of is
    private final List<String> types;

    FileKind(int megabytes, String... types) {
        this.megabytes = megabytes;
        this.types = List.of(types);
    }

    /** The kind that files of a media type are sent as; nothing for what Meta does not take. */
    public static Optional<FileKind> of(String mimeType) {
        return Arrays.stream(values())
                .filter(kind -> kind.types.contains(mimeType))
                .findAny();
    }

    /** Every media type that Meta takes, for people to read. */
    public static String all() {
        return Arrays.stream(values())
                .flatMap(kind -> kind.types.stream())
                .map(type -> type.replaceFirst(".*officedocument\\.(\\w+)\\..*", "Office $1"))
                .collect(Collectors.joining(", "));
    }

    /** Meta's name of the type of a message. */
    public String type() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** How many bytes one may have. */
    public long largest() {
        return (long) megabytes * MEBI;
    }

    /** The same, for people to read. */
    public int megabytes() {
        return megabytes;
    }
}
