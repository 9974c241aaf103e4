package dev.rota.downstream.back;

import dev.rota.inquiry.Durations;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads how a downstream signs from the annotations of its Kamelet. */
public final class SignatureAnnotations {

    /** What their names begin with. */
    public static final String PREFIX = "rota.dev/signature-";

    private static final Set<String> KNOWN =
            new TreeSet<>(Set.of("header", "form", "mac", "of", "key", "door", "time-header", "id-header", "within"));
    private static final Set<String> MACS = new TreeSet<>(Set.of("HmacSHA1", "HmacSHA256", "HmacSHA512"));
    private static final Set<String> FORMS = Set.of(SignatureForm.HEX, SignatureForm.BASE64, SignatureForm.SECRET);
    private static final Set<String> PARTS = Set.of(
            SignatureForm.BODY, SignatureForm.TIMESTAMP, SignatureForm.ID, SignatureForm.METHOD, SignatureForm.URI);
    private static final Pattern DOOR = Pattern.compile("https?://[^/?#\\s]+(/[^?#\\s]*)?");
    private static final Pattern BRACES = Pattern.compile("\\{[^}]*}");
    private static final String FIVE_MINUTES = "5m";

    private final Map<String, String> given = new TreeMap<>();
    private final List<Fault> faults = new ArrayList<>();

    private SignatureAnnotations(Map<String, String> annotations) {
        annotations.forEach((name, value) -> {
            if (name.startsWith(PREFIX)) {
                given.put(name.substring(PREFIX.length()), value);
            }
        });
    }

    /**
     * Something wrong with them.
     *
     * @param annotation its full name; that of the header when one is missing
     */
    public record Fault(String annotation, String sentence) {}

    /** What is wrong; nothing when they say how a downstream signs. */
    public static List<Fault> faults(Map<String, String> annotations) {
        var reading = new SignatureAnnotations(annotations);
        reading.check();
        return List.copyOf(reading.faults);
    }

    /** The form that sound annotations say. */
    public static SignatureForm read(Map<String, String> annotations) {
        var reading = new SignatureAnnotations(annotations);
        return new SignatureForm(
                reading.value("header", ""),
                reading.value("form", ""),
                reading.value("mac", "HmacSHA256"),
                reading.value("of", SignatureForm.BODY),
                reading.value("door", "").replaceFirst("/$", ""),
                reading.given.get("time-header"),
                reading.given.get("id-header"),
                Durations.parse(reading.value("within", FIVE_MINUTES)));
    }

    /** The secret that they name, comma-separated where there are several. */
    public static String key(Map<String, String> annotations) {
        return annotations.getOrDefault(PREFIX + "key", "");
    }

    private void check() {
        for (var name : given.keySet()) {
            if (!KNOWN.contains(name)) {
                fault(name, "is no part of a signature; known are " + String.join(", ", KNOWN));
            }
        }
        for (var name : List.of("header", "form", "key")) {
            if (!given.containsKey(name)) {
                fault(name, "is missing; a downstream's calls are taken only if they are signed");
            }
        }
        oneOf("form", FORMS);
        if (!MACS.contains(value("mac", "HmacSHA256"))) {
            fault("mac", "is '" + given.get("mac") + "'; expected one of " + String.join(", ", MACS));
        }
        checkSigned();
        if (duration(value("within", FIVE_MINUTES)) == null) {
            fault("within", "is '" + given.get("within") + "'; expected a time such as 5m");
        }
    }

    private void oneOf(String name, Set<String> allowed) {
        var found = BRACES.matcher(value(name, ""))
                .results()
                .map(each -> each.group())
                .toList();
        if (given.containsKey(name) && (found.size() != 1 || !allowed.contains(found.get(0)))) {
            fault(name, "is '" + given.get(name) + "'; expected one of {hex}, {base64} and {secret} in it");
        }
    }

    private void checkSigned() {
        var of = value("of", SignatureForm.BODY);
        if (!of.contains(SignatureForm.BODY)) {
            fault("of", "leaves {body} out; a signature that does not cover it proves nothing");
        }
        needs(of, SignatureForm.TIMESTAMP, "time-header");
        needs(of, SignatureForm.ID, "id-header");
        needs(of, SignatureForm.URI, "door");
        if (given.containsKey("door") && !DOOR.matcher(value("door", "")).matches()) {
            fault("door", "is '" + given.get("door") + "'; expected an address such as https://hooks.example.com");
        }
        BRACES.matcher(of)
                .results()
                .map(each -> each.group())
                .filter(part -> !PARTS.contains(part))
                .forEach(part ->
                        fault("of", "has '" + part + "'; known are {body}, {timestamp}, {id}, {method} and {uri}"));
    }

    private void needs(String of, String part, String header) {
        if (of.contains(part) && !given.containsKey(header)) {
            fault("of", "has " + part + ", but no annotation " + PREFIX + header + " says where it stands");
        }
    }

    private String value(String name, String otherwise) {
        return given.getOrDefault(name, otherwise);
    }

    private void fault(String name, String sentence) {
        faults.add(new Fault(PREFIX + name, sentence));
    }

    private static @Nullable Duration duration(String text) {
        try {
            return Durations.parse(text);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
