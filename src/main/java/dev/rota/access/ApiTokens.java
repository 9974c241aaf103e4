package dev.rota.access;

import dev.rota.desk.Role;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The tokens of {@code ROTA_API_TOKENS}, by which programs are known. */
final class ApiTokens {

    private final List<Token> tokens;
    private final People people;

    /** @throws IllegalStateException when an entry is not {@code name:role:secret}; it never repeats a secret */
    ApiTokens(String entries, People people) {
        this.people = people;
        this.tokens = parse(entries.isBlank() ? new String[0] : entries.split(",", -1));
    }

    /** Who bears that secret. All are compared, each in constant time, so that the time tells nothing. */
    Optional<Caller> caller(String secret) {
        var digest = Digest.of(secret);
        Optional<Caller> found = Optional.empty();
        for (var token : tokens) {
            if (MessageDigest.isEqual(token.digest, digest)) {
                found = Optional.of(token.caller(people));
            }
        }
        return found;
    }

    private static List<Token> parse(String[] entries) {
        var tokens = new ArrayList<Token>();
        for (var n = 0; n < entries.length; n++) {
            var token = token(entries[n].strip(), n + 1);
            for (var earlier = 0; earlier < n; earlier++) {
                if (MessageDigest.isEqual(tokens.get(earlier).digest, token.digest)) {
                    throw new IllegalStateException("ROTA_API_TOKENS: entries " + (earlier + 1) + " and " + (n + 1)
                            + " have the same secret; expected one for each");
                }
            }
            tokens.add(token);
        }
        return List.copyOf(tokens);
    }

    private static Token token(String entry, int place) {
        var parts = entry.split(":", 3);
        if (parts.length != 3 || Arrays.stream(parts).anyMatch(String::isBlank)) {
            throw new IllegalStateException("ROTA_API_TOKENS: entry " + place + " is not of the form name:role:secret");
        }
        var role = Arrays.stream(Role.values())
                .filter(one -> one.label().equals(parts[1]))
                .findAny()
                .orElseThrow(() -> new IllegalStateException(
                        "ROTA_API_TOKENS: entry " + place + " has an unknown role; expected one of " + roles()));
        return new Token(parts[0], role, Digest.of(parts[2]));
    }

    private static String roles() {
        return Arrays.stream(Role.values()).map(Role::label).collect(Collectors.joining(", "));
    }

    private static final class Token {

        private final String name;
        private final Role role;
        private final byte[] digest;

        Token(String name, Role role, byte[] digest) {
            this.name = name;
            this.role = role;
            this.digest = digest;
        }

        Caller caller(People people) {
            return Caller.of(people.acting(name, role), () -> Optional.of(people.acting(name, role)));
        }
    }
}
