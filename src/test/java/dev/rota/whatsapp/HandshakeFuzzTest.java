package dev.rota.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever somebody asks: only who knows the verify token hears anything, and that is the own challenge. */
class HandshakeFuzzTest {

    private final Handshake handshake = new Handshake(ExampleCompany::simple);

    static Stream<byte[]> questions() {
        return Stream.of(
                        "subscribe\ntest_verify_token\n1158201444",
                        "subscribe\ntest_verify_toke\n1158201444",
                        "subscribe\n\n1",
                        "unsubscribe\ntest_verify_token\n<b>",
                        "")
                .map(question -> question.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Asks what somebody made up.
     *
     * @param question mode, token and challenge, a line each
     */
    @MethodSource("questions")
    @FuzzTest
    void only_the_token_opens_and_only_the_challenge_comes_back(byte[] question) {
        var lines = new String(question, StandardCharsets.UTF_8).split("\n", 3);
        var mode = lines[0];
        var token = lines.length > 1 ? lines[1] : null;
        var challenge = lines.length > 2 ? lines[2] : null;

        var answer = handshake.answer(WebhookCall.question(mode, token, challenge, Instant.EPOCH));

        var right = mode.equals("subscribe") && "test_verify_token".equals(token) && challenge != null;
        assertThat(answer.status()).isEqualTo(right ? 200 : 403);
        assertThat(answer.body())
                .isEqualTo(right && challenge != null ? challenge.getBytes(StandardCharsets.UTF_8) : new byte[0]);
    }
}
