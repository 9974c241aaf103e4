package dev.rota.inquiry;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The cities by which area codes are known: all of Brazil's (Anatel, resolution 263), and those of the larger cities of
 * Mexico and Argentina.
 */
final class AreaCodes {

    /** Country code, area code and city by line; the area code of a number is the longest one that fits. */
    private static final Map<String, String> CITIES = read();

    /** The country code, and the digits behind whatever marks a mobile phone. */
    private static final Pattern PHONE = Pattern.compile("\\+?(?:(55)(\\d{10,11})|(52)1?(\\d{10})|(54)9?(\\d{10}))");

    private static final int LONGEST = 4;

    private AreaCodes() {}

    /** The city of a phone with its country code; null for another country, or an area code that is not known. */
    static @Nullable String cityOf(@Nullable String phone) {
        if (phone == null) {
            return null;
        }
        var found = PHONE.matcher(phone);
        if (!found.matches()) {
            return null;
        }
        var country = found.group(1) != null ? 1 : found.group(3) != null ? 3 : 5;
        return city(found.group(country), found.group(country + 1));
    }

    private static @Nullable String city(String country, String digits) {
        for (int length = LONGEST; length > 1; length--) {
            var city = CITIES.get(country + " " + digits.substring(0, length));
            if (city != null) {
                return city;
            }
        }
        return null;
    }

    private static Map<String, String> read() {
        try (InputStream table =
                Objects.requireNonNull(AreaCodes.class.getResourceAsStream("area-codes.csv"), "area-codes.csv")) {
            return new String(table.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> line.split(",", -1))
                    .collect(Collectors.toUnmodifiableMap(row -> row[0] + " " + row[1], row -> row[2]));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
