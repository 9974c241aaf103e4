package dev.rota.media;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.apache.tika.detect.Detector;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.mime.MimeTypes;
import org.jspecify.annotations.Nullable;

/** What files are, as their first bytes say it; their names only tell alike ones apart. */
final class FileTypes {

    /** What one format is called elsewhere. */
    private static final Map<String, String> USUAL = Map.of(
            "audio/x-aac", "audio/aac",
            "audio/opus", "audio/ogg",
            "audio/vorbis", "audio/ogg",
            "audio/x-wav", "audio/wav",
            "audio/vnd.wave", "audio/wav",
            "application/ogg", "audio/ogg",
            "application/mp4", "video/mp4");

    private static final String QUICKTIME = "video/quicktime";
    private static final String UNKNOWN = "application/octet-stream";
    private static final Set<String> SHOWN = Set.of("image", "video", "audio", "sticker");

    private final Detector detector = MimeTypes.getDefaultMimeTypes();

    /** The media type of a file, without parameters. */
    String of(Path file, @Nullable String name) throws IOException {
        var known = new Metadata();
        if (name != null) {
            known.set(TikaCoreProperties.RESOURCE_NAME_KEY, name);
        }
        try (var bytes = new BufferedInputStream(Files.newInputStream(file))) {
            var found = detector.detect(bytes, known).getBaseType().toString();
            return found.equals(QUICKTIME) && !isQuicktime(bytes) ? "video/mp4" : USUAL.getOrDefault(found, found);
        }
    }

    /** MP4 has the form of QuickTime, and many brands; what is of QuickTime's own says so. */
    private static boolean isQuicktime(BufferedInputStream bytes) throws IOException {
        var start = new String(bytes.readNBytes(12), StandardCharsets.ISO_8859_1);
        return !start.startsWith("ftyp", 4) || start.startsWith("qt", 8);
    }

    /** Whether bytes of that type can be what a message of Meta's type says it brings. */
    static boolean fits(String mimeType, String messageType) {
        if (!SHOWN.contains(messageType) || mimeType.equals(UNKNOWN)) {
            return true;
        }
        var family = mimeType.substring(0, mimeType.indexOf('/'));
        return switch (messageType) {
            case "image", "sticker" -> family.equals("image") && !mimeType.equals("image/svg+xml");
            default -> family.equals("audio") || family.equals("video");
        };
    }
}
