package dev.rota.whatsapp;

import dev.rota.desk.App;
import dev.rota.desk.Company;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The app secrets of one company as keys that are ready to sign. */
record SigningKeys(Company company, List<Key> keys) {

    private static final String ALGORITHM = "HmacSHA256";

    static SigningKeys of(Company company) {
        var keys = company.apps().values().stream()
                .flatMap(app -> app.secrets().stream())
                .filter(secret -> !secret.value().isEmpty())
                .map(Key::new)
                .toList();
        return new SigningKeys(company, keys);
    }

    /** Whether they are that company's; after its files changed it is another. */
    @SuppressWarnings("ReferenceEquality") // a swap makes a new one, and comparing all of it would cost too much
    boolean belongTo(Company other) {
        return company == other;
    }

    List<Key> active(Instant at) {
        for (var key : keys) {
            if (!key.secret.activeAt(at)) {
                return keys.stream().filter(each -> each.secret.activeAt(at)).toList();
            }
        }
        return keys; // nearly always: no list to make for each webhook
    }

    /** One secret; each thread has its own instance, since making one costs as much as using it. */
    static final class Key {

        private final App.Secret secret;
        private final ThreadLocal<Mac> mac;

        Key(App.Secret secret) {
            this.secret = secret;
            this.mac = ThreadLocal.withInitial(this::prepare);
        }

        byte[] sign(byte[] bytes) {
            return mac.get().doFinal(bytes);
        }

        private Mac prepare() {
            try {
                var prepared = Mac.getInstance(ALGORITHM);
                prepared.init(new SecretKeySpec(secret.value().getBytes(StandardCharsets.UTF_8), ALGORITHM));
                return prepared;
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("every Java has " + ALGORITHM, e);
            }
        }
    }

    @Override
    public String toString() {
        return "SigningKeys[" + keys.size() + "]";
    }
}
