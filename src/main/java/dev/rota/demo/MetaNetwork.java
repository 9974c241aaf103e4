package dev.rota.demo;

import dev.rota.desk.App;
import dev.rota.desk.Company;
import dev.rota.desk.Number;
import dev.rota.whatsapp.simulated.DoorClient;
import dev.rota.whatsapp.simulated.SignedWebhook;
import java.io.IOException;
import java.time.Clock;
import java.util.function.Supplier;

/** Brings webhooks to the door as Meta does: over HTTP, signed with the secret of the number's app. */
final class MetaNetwork {

    private final Supplier<Company> company;
    private final DoorClient door;
    private final Clock clock;

    MetaNetwork(Supplier<Company> company, DoorClient door, Clock clock) {
        this.company = company;
        this.door = door;
        this.clock = clock;
    }

    /** Brings a body to the door, and says in a word or two what came of it. */
    String carry(Number number, byte[] body) {
        try {
            var answer = door.post(SignedWebhook.sign(body, secret(number)));
            return answer == 200 ? "stored" : "refused with " + answer;
        } catch (IOException e) {
            return "nobody at the door";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "given up";
        }
    }

    private String secret(Number number) {
        var app = company.get().apps().get(number.app());
        if (app == null) {
            throw new IllegalStateException("number '" + number.name() + "' names no app of config/numbers.yaml");
        }
        return app.secretAt(clock.instant())
                .map(App.Secret::value)
                .orElseThrow(() -> new IllegalStateException("app '" + app.name() + "' has no secret in force"));
    }
}
