package dev.rota.api;

import dev.rota.conversation.Comparison;
import dev.rota.conversation.Page;
import dev.rota.desk.Viewer;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What Rota would have done with the messages of numbers in shadow mode. */
@RestController
class CompareApi {

    private static final Duration USUAL = Duration.ofHours(24);

    private final Comparison comparison;
    private final Clock clock;

    CompareApi(Comparison comparison, Clock clock) {
        this.comparison = comparison;
        this.clock = clock;
    }

    @GetMapping("/api/compare")
    Page<Comparison.Compared> list(Wanted wanted, @AuthenticationPrincipal Viewer viewer) {
        return comparison.list(
                since(Parameters.text(wanted.since)),
                Parameters.text(wanted.number),
                Parameters.text(wanted.cursor),
                Parameters.limit(wanted.limit),
                viewer);
    }

    private Instant since(@Nullable String text) {
        try {
            return text == null
                    ? clock.instant().minus(USUAL)
                    : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw new BadParameter("since", "expected a time with its zone, such as 2026-11-24T10:00:00Z");
        }
    }

    /** The parameters of a list, as they stand in the address; without {@code since}, it is of the last 24 hours. */
    record Wanted(@Nullable String since, @Nullable String number, @Nullable String cursor, @Nullable String limit) {}
}
