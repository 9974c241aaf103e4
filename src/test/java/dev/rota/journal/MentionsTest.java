package dev.rota.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rota.desk.Traces;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MentionsTest {

    private final Mentions mentions =
            new Mentions(new Traces(1, Set.of("5511987"), Set.of(7L), Set.of("wamid.A/B="), Set.of(42L)));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "true  | {\"from\":\"5511987\"}",
                "true  | {\"from\":\"\\u0035511987\"}",
                "true  | {\"id\":\"wamid.A\\/B=\"}",
                "true  | {\"contacts\":[{\"wa_id\":\"5511987\"}]}",
                "true  | not JSON, but \"5511987\"",
                "false | {\"from\":\"55119871\"}",
                "false | {\"from\":\"15511987\"}",
                "false | {\"from\":\"2\",\"text\":{\"body\":\"5511987\"}}",
                "false | {\"from\":\"2\",\"text\":{\"body\":\"call \\\"5511987\\\" now\"}}",
                "false | {\"5511987\":\"name\"}",
                "false | not JSON, but 5511987"
            })
    void a_body_is_about_a_customer_when_one_of_the_ids_is_a_whole_text_of_it(boolean about, String body) {
        assertThat(mentions.in(1, body.getBytes(StandardCharsets.UTF_8))).isEqualTo(about);
        assertThat(mentions.in(42, body.getBytes(StandardCharsets.UTF_8))).isTrue();
    }
}
