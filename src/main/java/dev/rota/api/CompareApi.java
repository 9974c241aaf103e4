package dev.rota.api;

import dev.rota.conversation.Comparison;
import dev.rota.conversation.Page;
import dev.rota.desk.Viewer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
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
                since(wanted.since),
                Parameters.text(wanted.number),
                Parameters.text(wanted.cursor),
                Parameters.limit(wanted.limit),
                viewer);
    }

    private Instant since(@Nullable String text) {
        var since = Parameters.instant("since", text);
        return since == null ? clock.instant().minus(USUAL) : since;
    }

    /** The parameters of a list, as they stand in the address; without {@code since}, it is of the last 24 hours. */
    record Wanted(@Nullable String since, @Nullable String number, @Nullable String cursor, @Nullable String limit) {}
}
