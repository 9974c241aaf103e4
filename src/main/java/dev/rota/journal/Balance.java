package dev.rota.journal;

import dev.rota.desk.Company;
import dev.rota.desk.Number;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The ledger by the names of numbers, with what is conspicuous about the door.
 *
 * @param oldestPendingSeconds the age of the oldest event that is still to be handled, 0 when there is none
 * @param unknown the ids for which something came though no file names them
 */
public record Balance(
        long received,
        long handled,
        long parked,
        long pending,
        long oldestPendingSeconds,
        List<OfNumber> numbers,
        List<Unknown> unknown) {

    public Balance {
        numbers = List.copyOf(numbers);
        unknown = List.copyOf(unknown);
    }

    /**
     * The balance of one number.
     *
     * @param number its name, its id when no file names it; null for events that came for no number
     * @param duplicates how often an event came again; not among the received
     * @param lastDeliveryAt when a webhook last brought something for it, new or not
     * @param silent why nothing may be coming; null while something comes, and where nothing is expected
     */
    public record OfNumber(
            @Nullable String number,
            long received,
            long duplicates,
            long handled,
            long parked,
            long pending,
            long oldestPendingSeconds,
            @Nullable Instant lastDeliveryAt,
            @Nullable String silent) {}

    /** A {@code phone_number_id} that no file names, with how many events came for it. */
    public record Unknown(String id, long count, @Nullable Instant lastAt) {}

    /** The figures, and a line for each number of the files, also for one for which nothing has come. */
    static Balance of(LedgerFigures figures, Company company, Instant now, Duration silentAfter) {
        var byId = figures.numbers().stream()
                .collect(Collectors.toMap(LedgerFigures.OfNumber::number, Function.identity()));
        var never = company.numbers().values().stream()
                .filter(number -> !byId.containsKey(number.id()))
                .map(number -> new LedgerFigures.OfNumber(number.id(), 0, 0, 0, 0, 0, 0, null));
        var numbers = Stream.concat(figures.numbers().stream(), never)
                .map(one -> named(one, company, now, silentAfter))
                .sorted(Comparator.comparing(OfNumber::number, Comparator.nullsFirst(Comparator.naturalOrder())))
                .toList();
        var known = company.numbers().values().stream().map(Number::id).collect(Collectors.toSet());
        return new Balance(
                figures.received(),
                figures.handled(),
                figures.parked(),
                figures.pending(),
                figures.oldestPendingSeconds(),
                numbers,
                unknown(figures, known));
    }

    private static List<Unknown> unknown(LedgerFigures figures, Set<String> known) {
        return figures.numbers().stream()
                .filter(one -> !one.number().isEmpty() && !known.contains(one.number()))
                .map(one -> new Unknown(one.number(), one.received(), one.lastAt()))
                .toList();
    }

    private static OfNumber named(LedgerFigures.OfNumber one, Company company, Instant now, Duration silentAfter) {
        var number = company.numberById(one.number());
        var name = number.map(Number::name).orElse(one.number());
        return new OfNumber(
                name.isEmpty() ? null : name,
                one.received(),
                one.duplicate(),
                one.handled(),
                one.parked(),
                one.pending(),
                one.oldestPendingSeconds(),
                one.lastAt(),
                number.isPresent() ? silence(name, one, now, silentAfter) : null);
    }

    private static @Nullable String silence(String name, LedgerFigures.OfNumber one, Instant now, Duration after) {
        if (one.lastAt() == null && one.received() > 0) {
            return null; // it came before the time was noted
        }
        if (one.lastAt() != null && !one.lastAt().plus(after).isBefore(now)) {
            return null;
        }
        var since = one.lastAt() == null ? "yet" : "for " + hours(Duration.between(one.lastAt(), now));
        return "no webhook has come for number '" + name + "' " + since + ": is the app subscribed to the WhatsApp"
                + " Business Account (POST /{WABA_ID}/subscribed_apps) and live? The Test button of Meta's dashboard"
                + " works without that";
    }

    private static String hours(Duration time) {
        return time.toHours() < 48 ? Math.max(1, time.toHours()) + " h" : time.toDays() + " days";
    }
}
