package dev.rota.flow.downstream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rota.desk.DeliveryOutcome.Refused;
import dev.rota.downstream.Undelivered;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Makes requests of what the Kamelets of helpdesks ask for: to no other place than the one that config/ names. */
public final class HelpdeskCalls {

    private static final Set<String> METHODS = Set.of("GET", "POST", "PUT", "PATCH", "DELETE");
    private static final Pattern PATH = Pattern.compile("(?:/(?!\\.{1,2}(?:/|$))[A-Za-z0-9._~%!$&'()*+,;=:@-]+)*/?");
    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,255}");
    private static final String BASIC = "Basic ";

    private final ObjectMapper json;

    HelpdeskCalls(ObjectMapper json) {
        this.json = json;
    }

    /**
     * The request that a Kamelet asks for, as {@code {method, path, query, body, key}}.
     *
     * @param asked the question that it is about
     * @throws NothingToAsk when it asks for none
     * @throws Undelivered when it would leave the place, or is no request
     */
    public HelpdeskCall request(JsonNode asked, @Nullable JsonNode wanted) throws NothingToAsk, Undelivered {
        if (wanted == null || wanted.isNull()) {
            throw new NothingToAsk();
        }
        var method = wanted.path("method").asText();
        var path = wanted.path("path").asText();
        var key = wanted.path("key").asText("");
        if (!METHODS.contains(method)) {
            throw refused(asked, "method '" + method + "'; expected one of GET, POST, PUT, PATCH, DELETE");
        }
        if (!PATH.matcher(path).matches()) {
            throw refused(asked, "a path that does not begin with / or leaves the place; encode ids in it with @uri");
        }
        if (!key.isEmpty() && !KEY.matcher(key).matches()) {
            throw refused(asked, "a key that no header can hold");
        }
        return new HelpdeskCall(method, path, query(wanted.path("query")), key, body(wanted));
    }

    /** What a header of credentials holds; {@code Basic user:password} is encoded. */
    public String authorization(@Nullable String credential) throws Undelivered {
        if (credential == null) {
            throw new Undelivered(new Refused("was not asked: its Kamelet sets no variable 'credential'"));
        }
        if (!credential.startsWith(BASIC)) {
            return credential;
        }
        var pair = credential.substring(BASIC.length()).getBytes(StandardCharsets.UTF_8);
        return BASIC + Base64.getEncoder().encodeToString(pair);
    }

    private byte @Nullable [] body(JsonNode wanted) {
        if (wanted.path("body").isMissingNode() || wanted.path("body").isNull()) {
            return null;
        }
        try {
            return json.writeValueAsBytes(wanted.path("body"));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("JSON can't be written as JSON", e);
        }
    }

    private static String query(JsonNode query) {
        return StreamSupport.stream(query.properties().spliterator(), false)
                .filter(each -> !each.getValue().isNull())
                .map(each ->
                        encoded(each.getKey()) + "=" + encoded(each.getValue().asText()))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static Undelivered refused(JsonNode asked, String what) {
        return new Undelivered(
                new Refused("was not asked: for '" + asked.path("ask").asText() + "' its Kamelet wants " + what));
    }
}
