package dev.rota.inquiry;

import java.time.Duration;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.List;
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
 * @param facts where the customer and the history came from
 * @param at the time of the decision in the zone of the number's calendar
 */
public record Inquiry(
        @Nullable String requestType,
        String number,
        String shift,
        @Nullable String holiday,
        Set<String> openQueues,
        Said said,
        Customer customer,
        History history,
        List<Fact> facts,
        ZonedDateTime at) {

    /** The value of {@link #shift} between shifts. */
    public static final String NO_SHIFT = "none";

    public Inquiry {
        openQueues = Set.copyOf(openQueues);
        facts = List.copyOf(facts);
    }

    /** The same inquiry, with what the customer wants. */
    public Inquiry withRequestType(String type) {
        return new Inquiry(type, number, shift, holiday, openQueues, said, customer, history, facts, at);
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
        return said.content() instanceof Content.Choice choice ? choice.id() : null;
    }

    /** The id of the ad that the customer came from, else null. */
    public @Nullable String ad() {
        return said.ad();
    }

    /** The product of the message, else the customer's, else null. */
    public @Nullable String product() {
        return said.product() != null ? said.product() : customer.attribute("product");
    }

    /** The area code of a Brazilian phone, else the customer's city, else null. */
    public @Nullable String area() {
        var phone = customer.phone();
        if (phone != null && phone.matches("\\+?55\\d{10,11}")) {
            var start = phone.indexOf("55") + 2;
            return phone.substring(start, start + 2);
        }
        return customer.city();
    }

    /** Whether one of the words or phrases occurs, whole, whatever its accents and capitals. */
    public boolean mentions(Object... phrases) {
        var words = Words.of(text());
        return Arrays.stream(phrases).anyMatch(phrase -> words.contain(phrase.toString()));
    }

    /** Whether the message is older than a duration such as {@code 90s}, {@code 15m}, {@code 2h} or {@code 1d}. */
    public boolean olderThan(String age) {
        return Duration.between(said.at(), at.toInstant()).compareTo(Durations.parse(age)) > 0;
    }

    /** Whether the time of day is from {@code HH:mm} on and before {@code HH:mm}; the span may cross midnight. */
    public boolean between(String from, String until) {
        var start = LocalTime.parse(from);
        var end = LocalTime.parse(until);
        var now = at.toLocalTime();
        return start.isBefore(end)
                ? !now.isBefore(start) && now.isBefore(end)
                : !now.isBefore(start) || now.isBefore(end);
    }

    @Override
    public String toString() {
        return "Inquiry[number=" + number + ", shift=" + shift + ", " + said + "]";
    }
}
