package dev.rota.whatsapp;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rota.desk.FetchOutcome.Later;
import dev.rota.desk.FetchOutcome.Never;
import dev.rota.desk.FileFetch;
import dev.rota.desk.Whereabouts;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Asks Meta's Graph API where a file lies, and reads what it answers.
 *
 * @see <a href="https://developers.facebook.com/docs/whatsapp/cloud-api/reference/media">media</a>
 */
public final class GraphFiles {

    private static final Pattern HEX = Pattern.compile("[0-9a-fA-F]{64}");
    private static final int BYTES_OF_SHA256 = 32;

    private final String version;
    private final ObjectMapper json;

    GraphFiles(String version, ObjectMapper json) {
        this.version = version;
        this.json = json;
    }

    /**
     * A question, as the route sends it.
     *
     * @param path after the address of the Graph API
     */
    public record Question(String path, String query, String token) {
        @Override
        public String toString() {
            return "Question[]";
        }
    }

    /** The question where a file lies. Its id came from outside, so that it may be nothing but one step of the path. */
    public Question ask(FileFetch fetch) {
        var id = encoded(fetch.media()).replace(".", "%2E");
        return new Question("/" + version + "/" + id, "phone_number_id=" + encoded(fetch.numberId()), fetch.token());
    }

    /** What an answer says; errors are told apart by Meta's code. */
    public Whereabouts whereabouts(int status, @Nullable String body) {
        var answer = read(body);
        var url = address(answer.path("url").asText(""));
        if (status / 100 == 2 && url != null) {
            return new Whereabouts.At(url, sha256(answer.path("sha256").asText("")), size(answer.path("file_size")));
        }
        var code = answer.at("/error/code");
        var fault = code.isMissingNode() ? null : SendFault.of(code.asInt());
        if (fault != null) {
            return failed(fault, "Meta's error " + code.asInt() + ": ");
        }
        return switch (status) {
            case 401, 403 -> new Later("Meta answered " + status + ": " + SendFault.TOKEN.sentence(), true);
            case 429 -> new Later("Meta answered 429: the app calls more often than it may", true);
            default ->
                new Later(
                        "Meta answered " + status
                                + (code.isMissingNode() ? " without an address" : ", error " + code.asInt()),
                        false);
        };
    }

    private static Whereabouts failed(SendFault fault, String sentence) {
        if (fault == SendFault.PARAMETER) {
            return new Later(sentence + "it does not know the file, or the token may not see it", false);
        }
        return switch (fault.remedy()) {
            case TRY_AGAIN, PAUSE_FOR_CUSTOMER -> new Later(sentence + fault.sentence(), false);
            case PAUSE, CLOSE -> new Later(sentence + fault.sentence(), true);
            case STOP -> new Never(sentence + fault.sentence());
        };
    }

    private static @Nullable URI address(String url) {
        try {
            var address = new URI(url);
            return address.isAbsolute() && address.getHost() != null ? address : null;
        } catch (URISyntaxException e) {
            return null;
        }
    }

    /** Meta writes it in hex here and in Base64 there. */
    private static @Nullable String sha256(String text) {
        if (HEX.matcher(text).matches()) {
            return text.toLowerCase(Locale.ROOT);
        }
        try {
            var bytes = Base64.getDecoder().decode(text);
            return bytes.length == BYTES_OF_SHA256 ? HexFormat.of().formatHex(bytes) : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** A number, or a text of digits. */
    private static @Nullable Long size(JsonNode size) {
        var bytes = size.asLong(-1);
        return bytes < 0 ? null : Long.valueOf(bytes);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private JsonNode read(@Nullable String text) {
        try {
            return json.readTree(text == null || text.isBlank() ? "{}" : text);
        } catch (JsonProcessingException e) {
            return json.createObjectNode();
        }
    }
}
