package dev.rota.flow.triage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** {@code docs/facts.md} tells of every fact, and of no other. */
class FactsPageTest {

    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([^`(]+)(\\([^`]*\\))?` \\| ([^|]+) \\|");

    @Test
    void each_fact_stands_there_once_with_its_type_and_values_that_it_takes() throws IOException {
        var rows = ROW.matcher(Files.readString(Path.of("docs/facts.md")))
                .results()
                .toList();

        assertThat(rows).extracting(row -> row.group(1)).containsExactlyInAnyOrderElementsOf(KnownFact.ALL.keySet());
        for (var row : rows) {
            var values = row.group(2) == null ? "" : row.group(2);
            var fact = FactCall.read("." + row.group(1) + values).fact();
            assertThat(row.group(3))
                    .as(row.group(1))
                    .matches(
                            switch (fact.kind()) {
                                case YES_OR_NO -> "true or false";
                                case COUNT -> "whole number";
                                case TEXT -> "text|a request type|`pt`, `es` or `en`";
                            });
        }
    }
}
