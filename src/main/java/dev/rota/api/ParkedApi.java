package dev.rota.api;

import dev.rota.conversation.Page;
import dev.rota.conversation.Refusal;
import dev.rota.desk.Company;
import dev.rota.desk.Number;
import dev.rota.desk.Role;
import dev.rota.desk.TriedAgain;
import dev.rota.desk.Viewer;
import dev.rota.journal.Parked;
import dev.rota.journal.ParkedEvent;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Events that could not be handled, and the way back into their lanes. */
@RestController
@RequestMapping("/api/parked")
class ParkedApi {

    private final Parked parked;
    private final Supplier<Company> company;

    ParkedApi(Parked parked, Supplier<Company> company) {
        this.parked = parked;
        this.company = company;
    }

    @GetMapping
    Page<Entry> list(
            @RequestParam(required = false) @Nullable String number,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable String limit,
            @AuthenticationPrincipal Viewer viewer) {
        var most = Parameters.limit(limit);
        var from = Parameters.text(cursor);
        var items =
                parked
                        .list(numbers(number, viewer), from == null ? Long.MAX_VALUE : Ids.cursor(from), most + 1)
                        .stream()
                        .map(one -> Entry.of(one, company.get(), null))
                        .toList();
        return Page.of(items, most, Entry::id);
    }

    @GetMapping("/{id}")
    Entry find(@PathVariable String id, @AuthenticationPrincipal Viewer viewer) {
        var event = Ids.parked(id);
        var seen = numbers(null, viewer);
        var body = viewer.role() == Role.ADMIN ? parked.body(event) : Optional.<String>empty();
        return parked.find(event)
                .filter(one -> seen == null || seen.contains(one.number()))
                .map(one -> Entry.of(one, company.get(), body.orElse(null)))
                .orElseThrow(() -> Ids.noParked(id));
    }

    @PostMapping("/{id}/replay")
    Replayed replay(@PathVariable String id, @AuthenticationPrincipal Viewer viewer) {
        return new Replayed(parked.replay(Ids.parked(id), viewer) ? 1 : 0);
    }

    @PostMapping("/replay")
    Replayed replayAll(
            @RequestParam(required = false) @Nullable String number, @AuthenticationPrincipal Viewer viewer) {
        return new Replayed(parked.replayAll(id(number), viewer));
    }

    /** Those whose events are listed; null for all, which only they get who see all. */
    private @Nullable Set<String> numbers(@Nullable String number, Viewer viewer) {
        var id = id(number);
        if (viewer.role().seesAll()) {
            return id == null ? null : Set.of(id);
        }
        return new Visible(company.get(), viewer)
                .numbers().stream()
                        .map(Number::id)
                        .filter(own -> id == null || id.equals(own))
                        .collect(Collectors.toSet());
    }

    /** The {@code phone_number_id} of a name; an id that no file names stands for itself. */
    private @Nullable String id(@Nullable String number) {
        var given = Parameters.text(number);
        if (given == null) {
            return null;
        }
        var named = company.get().numbers().get(given);
        if (named == null && !given.matches("\\d{1,32}")) {
            throw new Refusal.Invalid("number", "there is no number '" + given + "' in config/numbers.yaml");
        }
        return named == null ? given : named.id();
    }

    /** How many events went back into their lanes; those that are being tried already are not among them. */
    record Replayed(int replayed) {}

    /**
     * A parked event.
     *
     * @param number the number's name, its id when no file names it; null when it came for none
     * @param bytes the size of what it says
     * @param again who had it tried again last; null when nobody had
     * @param body what it says, for one event and who may read it
     */
    record Entry(
            String id,
            String kind,
            @Nullable String number,
            Instant receivedAt,
            Instant parkedAt,
            String reason,
            int attempts,
            int bytes,
            @Nullable TriedAgain again,
            @Nullable String body) {

        static Entry of(ParkedEvent event, Company company, @Nullable String body) {
            var name = company.numberById(event.number()).map(Number::name).orElse(event.number());
            return new Entry(
                    String.valueOf(event.id()),
                    event.kind(),
                    name.isEmpty() ? null : name,
                    event.receivedAt(),
                    event.parkedAt(),
                    event.reason(),
                    event.attempts(),
                    event.bytes(),
                    event.again(),
                    body);
        }

        @Override
        public String toString() {
            return "Entry[" + id + "]";
        }
    }
}
