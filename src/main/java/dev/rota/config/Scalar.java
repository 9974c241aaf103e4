package dev.rota.config;

import dev.rota.inquiry.Durations;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A kind of single value in a file.
 *
 * @param expected what it looks like, as the end of a sentence
 * @param json its type in JSON Schema
 * @param pattern a regular expression for the schema; empty without one
 * @param read reads it; an {@link IllegalArgumentException} or {@link DateTimeException} refuses it
 * @param blank stands in for an unreadable value while the rest is checked
 */
record Scalar<T>(Class<T> type, String expected, String json, String pattern, Function<String, T> read, T blank) {

    private static final String DATE = "\\d{4}-\\d{2}-\\d{2}";
    private static final String TIME = "([01]\\d|2[0-3]):[0-5]\\d";

    private static final List<Scalar<?>> ALL = List.of(
            new Scalar<>(String.class, "a text", "string", "", Scalar::text, ""),
            new Scalar<>(Integer.class, "a whole number", "integer", "", Integer::valueOf, 0),
            new Scalar<>(Boolean.class, "true or false", "boolean", "", Scalar::trueOrFalse, false),
            string(
                    Duration.class,
                    "a duration such as 90s, 15m, 24h or 3d",
                    "\\d{1,9}(ms|[smhd])",
                    Durations::parse,
                    Duration.ZERO),
            string(LocalDate.class, "a date such as 2026-12-25", DATE, LocalDate::parse, LocalDate.EPOCH),
            string(LocalTime.class, "a time of day from 00:00 to 23:59", TIME, Scalar::time, LocalTime.MIDNIGHT),
            string(
                    LocalDateTime.class,
                    "a day and a time on it such as 2026-12-24T14:00",
                    DATE + "T" + TIME,
                    Scalar::dateTime,
                    LocalDateTime.MIN),
            string(
                    Instant.class,
                    "an instant with its offset, such as 2026-12-01T00:00:00-03:00",
                    DATE + "T.+",
                    text -> OffsetDateTime.parse(text).toInstant(),
                    Instant.EPOCH),
            string(ZoneId.class, "a named time zone such as America/Sao_Paulo", "", Scalar::zone, ZoneOffset.UTC),
            string(
                    DayRange.class,
                    "a day or days such as sat or mon-fri",
                    DayRange.PATTERN,
                    DayRange::parse,
                    DayRange.NONE),
            string(
                    CyclePattern.class,
                    "hours on and off such as 12x36",
                    CyclePattern.PATTERN,
                    CyclePattern::parse,
                    CyclePattern.DAILY),
            string(Phone.class, "a phone such as +55 11 91234-5678", Phone.PATTERN, Phone::parse, Phone.NONE),
            string(Colour.class, "a colour such as \"#0f766e\"", Colour.PATTERN, Colour::parse, Colour.BLACK),
            new Scalar<>(Level.class, "a level from 1 up", "integer", "", Level::parse, Level.LOWEST),
            new Scalar<>(Weight.class, "a number from 0 to 1 such as 0.5", "number", "", Weight::parse, Weight.NOTHING),
            string(
                    Template.class,
                    "a text, with {{env:NAME}} or {{file:PATH}} for what is secret",
                    "",
                    Template::parse,
                    Template.EMPTY),
            string(
                    SecretText.class,
                    "{{env:NAME}} or {{file:PATH}}; a secret never stands in the file",
                    SecretText.PATTERN,
                    SecretText::parse,
                    SecretText.NONE));

    /** The kind of value that a record component of that type takes. */
    static Optional<Scalar<?>> of(Class<?> type) {
        var boxed = type == int.class ? Integer.class : type == boolean.class ? Boolean.class : type;
        if (boxed.isEnum()) {
            return Optional.of(ofEnum(boxed));
        }
        return ALL.stream().filter(scalar -> scalar.type() == boxed).findFirst();
    }

    /** Why a text is refused; a text that may be a secret is not repeated. */
    String refusal(String text) {
        var repeated = type != SecretText.class && type != Template.class && type != Phone.class && !text.isBlank();
        return repeated ? "'" + text + "' is not " + expected : "expected " + expected;
    }

    /** The same, which may be something else instead. */
    Scalar<T> orExpecting(String other) {
        return new Scalar<>(type, expected + other, json, pattern, read, blank);
    }

    /** The words for an enum's values. */
    static Stream<String> labels(Class<?> type) {
        return Arrays.stream(type.getEnumConstants()).map(Scalar::label);
    }

    private static <T> Scalar<T> string(
            Class<T> type, String expected, String pattern, Function<String, T> read, T blank) {
        return new Scalar<>(type, expected, "string", pattern, read, blank);
    }

    private static <E> Scalar<E> ofEnum(Class<E> type) {
        var values = List.of(type.getEnumConstants());
        var expected = String.join(" or ", labels(type).toList());
        Function<String, E> read = text -> values.stream()
                .filter(value -> label(value).equals(text))
                .findFirst()
                .orElseThrow(IllegalArgumentException::new);
        return new Scalar<>(type, expected, "string", "", read, values.get(0));
    }

    /** An enum's value in small letters, unless it spells itself. */
    private static String label(Object value) {
        var spelling = value.toString();
        var own = value instanceof Enum<?> word && !word.name().equals(spelling);
        return own ? spelling : spelling.toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String text(String text) {
        if (text.isBlank()) {
            throw new IllegalArgumentException();
        }
        return text;
    }

    private static Boolean trueOrFalse(String text) {
        if (!text.equals("true") && !text.equals("false")) {
            throw new IllegalArgumentException();
        }
        return text.equals("true");
    }

    private static LocalTime time(String text) {
        if (!text.matches(TIME)) {
            throw new IllegalArgumentException();
        }
        return LocalTime.parse(text);
    }

    private static LocalDateTime dateTime(String text) {
        if (!text.matches(DATE + "T" + TIME)) {
            throw new IllegalArgumentException();
        }
        return LocalDateTime.parse(text);
    }

    private static ZoneId zone(String text) {
        if (!ZoneId.getAvailableZoneIds().contains(text)) {
            throw new IllegalArgumentException();
        }
        return ZoneId.of(text);
    }
}
