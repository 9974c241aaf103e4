package dev.rota.flow.triage;

import dev.rota.inquiry.Durations;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.List;

/** What stands in a fact's parentheses. */
enum FactValues {
    NONE(0, 0, "none"),
    NAME(1, 1, "one name"),
    QUEUE(1, 1, "the name of a queue"),
    DURATION(1, 1, "a duration such as '2h'"),
    TIMES(2, 2, "two times of day such as '22:00','06:00'"),
    PHRASES(1, Integer.MAX_VALUE, "words or phrases");

    private final int least;
    private final int most;
    private final String expected;

    FactValues(int least, int most, String expected) {
        this.least = least;
        this.most = most;
        this.expected = expected;
    }

    /**
     * Checks the values of a fact.
     *
     * @throws Refused when they are too few, too many, or such that the fact would fail at the first message
     */
    void check(String fact, List<String> values) {
        if (values.size() < least || values.size() > most) {
            throw new Refused(fact + " has " + values.size() + " values in parentheses; expected " + expected);
        }
        values.forEach(this::check);
    }

    private void check(String value) {
        try {
            if (this == DURATION) {
                Durations.parse(value);
            } else if (this == TIMES) {
                LocalTime.parse(value);
            } else if (this == PHRASES && value.chars().noneMatch(Character::isLetterOrDigit)) {
                throw new Refused(
                        "'" + value + "' holds no letter or digit, so no message mentions it; expected words");
            }
        } catch (DateTimeParseException e) {
            throw new Refused("'" + value + "' is not a time of day; expected HH:mm such as 22:00");
        } catch (IllegalArgumentException e) {
            throw new Refused(String.valueOf(e.getMessage()));
        }
    }
}
