package dev.rota.flow.ruletest;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What stands in a test for what would tell who a customer is: another name, another number of the same area.
 *
 * @param name the customer's own, or null
 */
record Invented(@Nullable String name) {

    private static final String NAME = "Maria Exemplo";
    private static final String FIRST_NAME = "Maria";
    private static final String DIGITS = "912345678";
    private static final String BRAZIL = "55";

    /** Country and area in Brazil; elsewhere area codes are of any length, and numbers in an area have six digits or more. */
    private static final int BRAZILIAN_AREA = 4;

    private static final int LEAST_DIGITS = 6;

    private static final Pattern NUMBERS = Pattern.compile("\\d(?:[ ().-]{0,2}\\d){5,}");
    private static final Pattern ADDRESSES = Pattern.compile("[^\\s@]+@[^\\s@]+");

    @Nullable
    String phone(@Nullable String phone) {
        if (phone == null || phone.length() < LEAST_DIGITS) {
            return null;
        }
        var kept = phone.startsWith(BRAZIL) ? BRAZILIAN_AREA : phone.length() - LEAST_DIGITS;
        return phone.substring(0, kept) + digits(phone.length() - kept);
    }

    @Nullable
    String ownName() {
        return name == null ? null : NAME;
    }

    /** The words without the customer's name, numbers of six digits and more, and mail addresses. */
    String words(String text) {
        var others = ADDRESSES.matcher(text).replaceAll("maria@exemplo.example");
        others = NUMBERS.matcher(others)
                .replaceAll(number -> digits(
                        (int) number.group().chars().filter(Character::isDigit).count()));
        return name == null ? others : withoutName(name, others);
    }

    private static String withoutName(String name, String text) {
        var other = text;
        for (var part : name.split("\\s+", -1)) {
            if (part.length() > 2) {
                var whole = Pattern.compile(
                        "\\b" + Pattern.quote(part) + "\\b",
                        Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);
                other = whole.matcher(other).replaceAll(Matcher.quoteReplacement(FIRST_NAME));
            }
        }
        return other;
    }

    private static String digits(int count) {
        return DIGITS.repeat(count / DIGITS.length() + 1).substring(0, count);
    }

    @Override
    public String toString() {
        return "Invented";
    }
}
