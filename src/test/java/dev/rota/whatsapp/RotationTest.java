package dev.rota.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rota.desk.App;
import dev.rota.desk.Company;
import dev.rota.desk.SignatureRefused;
import dev.rota.whatsapp.simulated.SignedWebhook;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A secret is changed while webhooks come, at one of two apps: none that is valid is refused, none too late accepted. */
class RotationTest {

    private static final Instant END = Instant.parse("2026-12-01T00:00:00Z");
    private static final int WEBHOOKS = 20_000;

    private static final App OTHER = new App("other", List.of(new App.Secret("other's", null)), null, null);
    private static final Company BEFORE = company(new App.Secret("old", null));
    private static final Company DURING = company(new App.Secret("old", END), new App.Secret("new", null));

    private final AtomicReference<Company> company = new AtomicReference<>(BEFORE);
    private final Signature signature = new Signature(company::get);
    private final AtomicInteger sent = new AtomicInteger();
    private final AtomicBoolean begun = new AtomicBoolean();

    private static Company company(App.Secret... secrets) {
        return ExampleCompany.withApps(OTHER, new App("fibranorte", List.of(secrets), null, null));
    }

    private boolean accepted(String secret, Instant at, int n) {
        var webhook = SignedWebhook.sign(("webhook " + n).getBytes(StandardCharsets.UTF_8), secret);
        try {
            return signature.verify(WebhookCall.news(webhook.signature(), webhook.body(), at)) != null;
        } catch (SignatureRefused refused) {
            return false;
        }
    }

    /** Signs with what is valid at that time, and tells whether that was believed, and what is not valid was not. */
    private boolean right(int n) {
        if (sent.incrementAndGet() == WEBHOOKS / 2) {
            company.set(DURING);
            begun.set(true);
        }
        var rotating = begun.get();
        return accepted("old", END.minusSeconds(1), n)
                && accepted("other's", END.plusSeconds(n), n)
                && !accepted("nobody's", END.minusSeconds(1), n)
                && (!rotating || accepted("new", END.minusSeconds(n), n))
                && (!rotating || accepted("new", END.plusSeconds(n), n))
                && (!rotating || !accepted("old", END, n));
    }

    @Test
    void while_a_secret_is_changed_under_load_no_valid_webhook_is_refused_and_none_accepted_after_its_end() {
        assertThat(IntStream.range(0, WEBHOOKS)
                        .parallel()
                        .filter(n -> !right(n))
                        .count())
                .isZero();
        assertThat(company.get()).isSameAs(DURING);
    }
}
