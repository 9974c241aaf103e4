package dev.rota.panel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rota.conversation.Summary;
import java.time.Instant;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What of a conversation presses. */
class MarkTest {

    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "in_progress, ,       ,       25 h,    ''",
        "in_progress, -12 m,  ,       23 h,    asks 12 min",
        "waiting,     -12 m,  ,       23 h,    ''",
        "in_progress, -12 m,  4 m,    23 h,    due 4 min",
        "waiting,     -12 m,  4 m,    23 h,    due 4 min",
        "waiting,     -12 m,  -3 m,   23 h,    late 3 min",
        "in_progress, -12 m,  -3 m,   -1 m,    late 3 min shut 1 min",
        "in_progress, ,       ,       3 h,     closing 3 h",
        "in_progress, ,       ,       -120 m,  shut 2 h",
        "in_progress, ,       ,       ,        ''",
        "closed,      ,       ,       -120 m,  ''"
    })
    void what_presses_is_said_with_its_time(
            String status, @Nullable String asked, @Nullable String by, @Nullable String end, String expected) {
        var marks = Mark.of(summary(status, at(asked), at(by), at(end)), NOON);

        assertThat(marks.stream().map(mark -> mark.kind() + " " + mark.length()).collect(Collectors.joining(" ")))
                .isEqualTo(expected);
        assertThat(marks).allSatisfy(mark -> assertThat(mark.icon()).isNotBlank());
    }

    private static @Nullable Instant at(@Nullable String distance) {
        if (distance == null) {
            return null;
        }
        var minutes = Long.parseLong(distance.substring(0, distance.indexOf(' ')));
        return NOON.plusSeconds(minutes * (distance.endsWith("h") ? 3600 : 60));
    }

    private static Summary summary(
            String status, @Nullable Instant asked, @Nullable Instant by, @Nullable Instant end) {
        var owner = status.equals("in_progress") ? new Summary.Owner("ana", "Ana Prado") : null;
        return new Summary(
                1,
                "20261124-000001",
                "vendas",
                new Summary.Customer(1, null, null),
                status,
                "support",
                "outage",
                "normal",
                owner,
                1,
                NOON,
                status.equals("waiting") ? NOON : null,
                NOON,
                end,
                asked,
                by,
                status.equals("closed") ? NOON : null,
                null,
                "",
                "text",
                null,
                null);
    }
}
