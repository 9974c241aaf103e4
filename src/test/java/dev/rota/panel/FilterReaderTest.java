package dev.rota.panel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rota.conversation.Filter;
import dev.rota.conversation.Filter.Further;
import dev.rota.desk.Company;
import dev.rota.desk.Role;
import dev.rota.desk.Viewer;
import dev.rota.routing.Priority;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What can be typed to narrow the list, and what is said of the rest. */
class FilterReaderTest {

    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
    private static final Company COMPANY = FakeDesk.COMPANY;
    private static final Viewer ANA = new Viewer("ana", "Ana Prado", Role.AGENT, Set.of("support"));

    /** Ana sees a row of the other team's number, and none of the other team's people. */
    private static final Set<Filter> SHOWN =
            Set.of(Filter.NONE.withNumber("vendas").withLimit(1));

    @Test
    void pieces_narrow_the_list_together() {
        assertThat(read(Tab.TEAM, "owner:me queue:support maria priority:high unread older:2h \"Souza"))
                .isEqualTo(Tab.TEAM
                        .filter(ANA, 50)
                        .withAgent("ana")
                        .withQueue("support")
                        .withQ("maria \"Souza")
                        .withFurther(new Further(Priority.HIGH, true, NOON.minusSeconds(7200), null, null)));
    }

    @Test
    void nothing_typed_is_the_tab_itself() {
        for (var tab : Tab.values()) {
            assertThat(read(tab, " ")).isEqualTo(tab.filter(ANA, 50));
        }
    }

    @Test
    void what_is_true_of_the_tab_may_be_said() {
        assertThat(read(Tab.WAITING, "state:waiting owner:none")).isEqualTo(Tab.WAITING.filter(ANA, 50));
        assertThat(read(Tab.MINE, "state:in_progress owner:me")).isEqualTo(Tab.MINE.filter(ANA, 50));
        assertThat(read(Tab.WAITING, "wait:>10m").further().before()).isEqualTo(NOON.minusSeconds(600));
        assertThat(read(Tab.TEAM, "due:15m").further().due()).isEqualTo(NOON.plusSeconds(900));
        assertThat(read(Tab.TEAM, "team:support").further().team()).isEqualTo("support");
        assertThat(read(Tab.CLOSED, "state:closed number:\"vendas\"").number()).isEqualTo("vendas");
        assertThat(read(Tab.WAITING, "10:30 +55 (11)").q()).isEqualTo("10:30 +55 (11)");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ownr:me | unknown_filter | ownr",
                "queue: | empty_filter | queue",
                "queue:\"\" | empty_filter | queue",
                "queue:\"support | unclosed | queue",
                "wait:1h wait:2h | twice | wait",
                "queue:nowhere | unknown_value | queue:nowhere",
                "queue:sales | unknown_value | queue:sales",
                "team:sales | unknown_value | team:sales",
                "due:soon | no_time | due:soon",
                "number:lima | unknown_value | number:lima",
                "owner:mallory | unknown_value | owner:mallory",
                "owner:bia | unknown_value | owner:bia",
                "state:open | no_label | state:open",
                "priority:top | no_label | priority:top",
                "wait:soon | no_time | wait:soon",
                "older:99999d | no_time | older:99999d",
                "state:closed | elsewhere | state:closed",
                "owner:me | elsewhere | owner:me"
            })
    void what_cannot_be_meant_is_said(String typed, String fault, String detail) {
        assertThatThrownBy(() -> read(Tab.WAITING, typed)).isInstanceOfSatisfying(Unfilterable.class, e -> {
            assertThat(e.key()).isEqualTo("filter.fault." + fault);
            assertThat(e.detail()).isEqualTo(detail);
        });
        assertThatThrownBy(() -> read(Tab.WAITING, "x".repeat(501))).isInstanceOf(Unfilterable.class);
    }

    @ParameterizedTest
    @EnumSource(Unfilterable.Fault.class)
    void each_fault_has_its_sentence_in_each_language(Unfilterable.Fault fault) throws IOException {
        for (var language : new String[] {"", "_pt_BR", "_es"}) {
            var messages = new Properties();
            try (var file = FilterReaderTest.class.getResourceAsStream("/messages" + language + ".properties")) {
                messages.load(new InputStreamReader(file, StandardCharsets.UTF_8));
            }
            assertThat(messages.getProperty(new Unfilterable(fault, "").key()))
                    .as(fault.name().toLowerCase(Locale.ROOT) + language)
                    .isNotBlank();
        }
    }

    private static Filter read(Tab tab, String typed) {
        return new FilterReader(tab.filter(ANA, 50), new Known(COMPANY, ANA), SHOWN::contains, ANA, NOON).narrow(typed);
    }
}
