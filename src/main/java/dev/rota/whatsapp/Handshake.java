package dev.rota.whatsapp;

import dev.rota.desk.Answer;
import dev.rota.desk.App;
import dev.rota.desk.Company;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.function.Supplier;

/** Answers the question by which Meta finds out whether the webhook address is ours. */
public final class Handshake {

    private final Supplier<Company> company;

    public Handshake(Supplier<Company> company) {
        this.company = company;
    }

    /** The challenge, and nothing but it, for who knows a verify token; 403 for everybody else. */
    public Answer answer(WebhookCall call) {
        var token = call.verifyToken();
        var challenge = call.challenge();
        if (!"subscribe".equals(call.mode()) || token == null || challenge == null || !known(token)) {
            return Answer.of(403);
        }
        return Answer.text(challenge);
    }

    private boolean known(String token) {
        var known = false;
        for (var app : company.get().apps().values()) {
            known |= fits(app, token);
        }
        return known;
    }

    private static boolean fits(App app, String token) {
        var expected = app.verifyToken();
        return expected != null && !expected.isEmpty() && MessageDigest.isEqual(bytes(expected), bytes(token));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
