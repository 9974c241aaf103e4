package dev.rota.customer;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the company knows of a customer.
 *
 * @param id the phone in digits with its country code, or another id of Meta's where the phone is hidden
 */
public record CustomerProfile(
        String id,
        @Nullable String name,
        @Nullable String tier,
        @Nullable String city,
        Map<String, String> attributes) {

    static final int LONGEST = 200;

    private static final int MOST_ATTRIBUTES = 50;
    private static final Pattern PHONE = Pattern.compile("[1-9]\\d{7,14}");
    private static final Pattern OTHER_ID = Pattern.compile("[A-Z]{2}\\.[A-Za-z0-9._-]{1,125}");
    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N} ._-]{0,63}");

    public CustomerProfile {
        attributes = Collections.unmodifiableMap(new TreeMap<>(attributes));
    }

    /**
     * The same, if rules can look at it.
     *
     * @throws NotAProfile with the first thing that is wrong
     */
    CustomerProfile checked() {
        if (!PHONE.matcher(id).matches() && !OTHER_ID.matcher(id).matches()) {
            throw new NotAProfile(
                    "id", "expected a phone with its country code, in 8 to 15 digits, or an id such as BR.123");
        }
        requireText("name", name);
        requireText("tier", tier);
        requireText("city", city);
        if (attributes.size() > MOST_ATTRIBUTES) {
            throw new NotAProfile("attributes", "expected " + MOST_ATTRIBUTES + " at most");
        }
        attributes.forEach((attribute, value) -> {
            requireName(attribute);
            requireText("attributes." + attribute, value);
        });
        return this;
    }

    /** The id of that phone or other id, however it is punctuated. */
    static String idOf(String written) {
        var digits = written.strip().replaceAll("[+ ().\\-\u00A0]", "");
        return digits.matches("\\d+") ? digits : written.strip();
    }

    /**
     * Refuses what can be no attribute's name.
     *
     * @throws NotAProfile when a rule could not ask for it
     */
    static void requireName(String attribute) {
        if (!NAME.matcher(attribute).matches()) {
            throw new NotAProfile(
                    "attributes", "expected names of letters, digits, spaces, '.', '_' and '-', up to 64 characters");
        }
    }

    private static void requireText(String field, @Nullable String text) {
        if (text != null && (text.isBlank() || text.length() > LONGEST || !isPrintable(text))) {
            throw new NotAProfile(field, "expected a text in one line, of 1 to " + LONGEST + " characters, or null");
        }
    }

    private static boolean isPrintable(String text) {
        return text.codePoints()
                .noneMatch(c -> Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE);
    }

    @Override
    public String toString() {
        return "CustomerProfile[tier=" + tier + "]";
    }
}
