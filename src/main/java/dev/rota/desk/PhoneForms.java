package dev.rota.desk;

import java.util.List;

/**
 * The other forms that WhatsApp may know a number by, where a country changed its numbers. They are candidates to look
 * for and nothing more: a reply goes to the very form that came in.
 */
public final class PhoneForms {

    /** How many digits a number of each of the three countries has without the one in doubt. */
    private static final int SHORTER = 12;

    private PhoneForms() {}

    /** The other forms of a WhatsApp id, without the one given; empty when there are none. */
    public static List<String> of(String waId) {
        if (!isDigits(waId)) {
            return List.of();
        }
        if (waId.startsWith("55")) {
            return with(waId, 4, '9'); // Brazil: a 9 behind the area code, since 2012
        }
        if (waId.startsWith("52")) {
            return with(waId, 2, '1'); // Mexico: a 1 before mobile numbers, until 2019
        }
        if (waId.startsWith("54")) {
            return with(waId, 2, '9'); // Argentina: a 9 before mobile numbers, when called from abroad
        }
        return List.of();
    }

    /** The form with that digit at that place for a number without it, and the other way round. */
    private static List<String> with(String waId, int place, char digit) {
        if (waId.length() == SHORTER) {
            return List.of(waId.substring(0, place) + digit + waId.substring(place));
        }
        if (waId.length() == SHORTER + 1 && waId.charAt(place) == digit) {
            return List.of(waId.substring(0, place) + waId.substring(place + 1));
        }
        return List.of();
    }

    private static boolean isDigits(String text) {
        return text.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
