package dev.rota.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rota.desk.App;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HandshakeTest {

    private final Handshake handshake = new Handshake(ExampleCompany::simple);

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            textBlock =
                    """
                    # mode,      token,              challenge,     status
                    subscribe,   test_verify_token,  1158201444,    200
                    subscribe,   test_verify_token,  <b>{"a"}</b>,  200
                    subscribe,   test_verify_token,  -,             403
                    subscribe,   test_verify_toke,   1158201444,    403
                    subscribe,   test_verify_token2, 1158201444,    403
                    subscribe,   TEST_VERIFY_TOKEN,  1158201444,    403
                    subscribe,   '',                 1158201444,    403
                    subscribe,   -,                  1158201444,    403
                    unsubscribe, test_verify_token,  1158201444,    403
                    -,           test_verify_token,  1158201444,    403
                    """)
    void only_who_knows_the_token_hears_the_challenge(String mode, String token, String challenge, int status) {
        var answer = handshake.answer(WebhookCall.question(mode, token, challenge, Instant.EPOCH));

        assertThat(answer.status()).isEqualTo(status);
        assertThat(new String(answer.body(), StandardCharsets.UTF_8)).isEqualTo(status == 200 ? challenge : "");
    }

    @Test
    void an_app_without_a_token_lets_nobody_in() {
        var company =
                ExampleCompany.withApps(new App("none", List.of(), null, null), new App("empty", List.of(), null, ""));

        var answer = new Handshake(() -> company).answer(WebhookCall.question("subscribe", "", "1", Instant.EPOCH));

        assertThat(answer.status()).isEqualTo(403);
    }
}
