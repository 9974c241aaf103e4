package dev.rota.whole;

import dev.rota.desk.Number;
import dev.rota.whatsapp.simulated.MetaWebhook;
import dev.rota.whatsapp.simulated.Person;
import dev.rota.whatsapp.simulated.SignedWebhook;
import dev.rota.whatsapp.simulated.Wamid;
import java.time.Clock;
import java.util.List;

/** A customer's first message, signed and ready to be sent as often as it takes. */
record Letter(String wamid, SignedWebhook webhook) {

    /** Stand in every name, phone, user id, text and wamid here, and nowhere else: a log that holds one has leaked. */
    static final List<String> CANARIES = List.of("Zebedeu", "55119712", "xilofone", "wamid.", "user_id");

    private static final List<String> TEXTS =
            List.of("caiu a internet", "segunda via do boleto", "quero um plano", "oi");

    /** The letter of the n-th customer, to one of the numbers; what they want goes round. */
    static Letter of(int n, Number number) {
        return of(customer(n), number, TEXTS.get(n % TEXTS.size()) + ", xilofone " + n);
    }

    static Letter of(Person from, Number number, String text) {
        var wamid = Wamid.inbound(from);
        var body = new MetaWebhook(number).text(from, wamid, Clock.systemUTC().instant(), text);
        return new Letter(wamid, SignedWebhook.sign(body, Ground.APP_SECRET));
    }

    static Person customer(int n) {
        return new Person("+55 11 9712%05d".formatted(n), "Zebedeu " + n);
    }

    @Override
    public String toString() {
        return "Letter[]";
    }
}
