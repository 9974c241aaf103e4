package dev.rota.desk;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A Meta app: the secrets that sign its webhooks and the tokens that answer for it. */
public record App(String name, List<Secret> secrets, @Nullable String token, @Nullable String verifyToken) {

    public App {
        secrets = List.copyOf(secrets);
    }

    /** The secret to sign with at an instant: the first that has not ended. */
    public Optional<Secret> secretAt(Instant at) {
        return secrets.stream().filter(secret -> secret.activeAt(at)).findFirst();
    }

    /** One app secret, until an instant where it has an end. */
    public record Secret(String value, @Nullable Instant notAfter) {

        /** Whether a webhook that arrives at that instant may be signed with it. */
        public boolean activeAt(Instant at) {
            return notAfter == null || at.isBefore(notAfter);
        }

        @Override
        public String toString() {
            return "Secret[notAfter=" + notAfter + "]";
        }
    }

    @Override
    public String toString() {
        return "App[" + name + "]";
    }
}
