package dev.rota.access;

import dev.rota.desk.Viewer;
import java.util.Optional;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;

/** Knows people by name and password; whatever is wrong, the answer is the same. */
final class PasswordLogin implements AuthenticationProvider {

    private final People people;
    private final Passwords passwords;
    private final LoginLimit limit;

    PasswordLogin(People people, Passwords passwords, LoginLimit limit) {
        this.people = people;
        this.passwords = passwords;
        this.limit = limit;
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        var name = attempt.getName().strip();
        var password = String.valueOf(attempt.getCredentials());
        return person(name, password)
                .map(viewer -> Caller.of(viewer, () -> people.find(name)))
                .orElseThrow(() -> new BadCredentialsException("refused"));
    }

    private Optional<Viewer> person(String name, String password) {
        if (!limit.allows(name) || !passwords.match(name, password)) {
            return Optional.empty();
        }
        return people.find(name);
    }

    @Override
    public boolean supports(Class<?> kind) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(kind);
    }
}
