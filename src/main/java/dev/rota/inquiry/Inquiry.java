package dev.rota.inquiry;

import java.time.Duration;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Everything that routing may look at: one message, and what is known at the time of the decision.
 *
 * <p>It holds no clock and reaches nothing outside, so the same inquiry always leads to the same decision.
 *
 * @param requestType what the customer wants; null until the first part of triage has said it
 * @param number the name of the company's number that was written to
 * @param shift the shift of that number's calendar, {@code none} between shifts
 * @param holiday the name of today's holiday, null on a working day
 * @param openQueues the names of the queues that are within their hours
 * @param language one of {@link #LANGUAGES}; null when there are too few words to tell
 * @param guess the request type that a model took the message for; null when none was asked, or it did not know
 * @param facts where the customer and the history came from
 * @param at the time of the decision in the zone of the number's calendar
 * @param overrides those in force, newest first
 */
public record Inquiry(
        @Nullable String requestType,
        String number,
        String shift,
        @Nullable String holiday,
        Set<String> openQueues,
        Said said,
        @Nullable String language,
        @Nullable String guess,
        Customer customer,
        History history,
        List<Fact> facts,
        ZonedDateTime at,
        List<RoutingOverride> overrides) {

    /** The value of {@link #shift} between shifts. */
    public static final String NO_SHIFT = "none";

    /** The values of {@link #language}, as ISO 639-1 has them. */
    public static final Set<String> LANGUAGES = Set.of("pt", "es", "en");

    public Inquiry {
        openQueues = Set.copyOf(openQueues);
        facts = List.copyOf(facts);
        overrides = List.copyOf(Objects.requireNonNullElse(overrides, List.of())); // old records tell of none
    }

    /** The same inquiry, with what the customer wants. */
    public Inquiry withRequestType(String type) {
        return new Inquiry(
                type,
                number,
                shift,
                holiday,
                openQueues,
                said,
                language,
                guess,
                customer,
                history,
                facts,
                at,
                overrides);
    }

    /** Whether that queue is within its hours. */
    public boolean open(String queue) {
        return openQueues.contains(queue);
    }

    /** The words of the message; empty when it has none. */
    public String text() {
        return said.content().text();
    }

    /** Meta's type of the message. */
    public String messageType() {
        return said.content().type();
    }

    /** The id of the button or list row that was tapped, else null. */
    public @Nullable String buttonId() {
        return Clue.valueOf(Clue.buttonId(said));
    }

    /** The id of the ad that the customer came from, else null. */
    public @Nullable String ad() {
        return Clue.valueOf(Clue.ad(said));
    }

    /** The product that the message is about, else the customer's, else null. */
    public @Nullable String product() {
        return Clue.valueOf(Clue.product(said, customer));
    }

    /** The city that the phone's area code is known by, else the customer's city, else null. */
    public @Nullable String area() {
        return Clue.valueOf(Clue.area(customer));
    }

    /** Whether one of the words or phrases occurs in the text. */
    public boolean mentions(Phrases phrases) {
        return phrases.areIn(text());
    }

    /** Whether the message is older than that. */
    public boolean olderThan(Duration age) {
        return Duration.between(said.at(), at.toInstant()).compareTo(age) > 0;
    }

    /** Whether the time of day is {@code from} or later and before {@code until}; the span may cross midnight. */
    public boolean between(LocalTime from, LocalTime until) {
        var now = at.toLocalTime();
        return from.isBefore(until)
                ? !now.isBefore(from) && now.isBefore(until)
                : !now.isBefore(from) || now.isBefore(until);
    }

    @Override
    public String toString() {
        return "Inquiry[number=" + number + ", shift=" + shift + ", " + said + "]";
    }
}
