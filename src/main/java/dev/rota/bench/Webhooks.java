package dev.rota.bench;

import dev.rota.desk.Number;
import dev.rota.whatsapp.simulated.MetaWebhook;
import dev.rota.whatsapp.simulated.Person;
import dev.rota.whatsapp.simulated.SignedWebhook;
import dev.rota.whatsapp.simulated.Wamid;
import java.time.Clock;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Makes webhooks of which no two are the same, each of a customer of its own. */
final class Webhooks {

    private static final int STATUSES_TO_A_MESSAGE = 3;
    private static final List<String> STATUSES = List.of("sent", "delivered", "read");
    private static final List<String> TEXTS = List.of(
            "Boa noite, caiu minha fibra de novo",
            "Segunda via do boleto por favor",
            "quero cancelar",
            "Quais planos vocês têm?",
            "oi, bom dia");

    private static final Pattern CUSTOMER = Pattern.compile("Customer \\d+");

    /** A message, with the phone by which its ticket is known, and the name of its customer. */
    record Message(String phone, String customer, SignedWebhook webhook) {}

    private final List<MetaWebhook> numbers;
    private final String secret;
    private final Clock clock;
    private int made;

    Webhooks(List<Number> numbers, String secret, Clock clock) {
        this.numbers = numbers.stream().map(MetaWebhook::new).toList();
        this.secret = secret;
        this.clock = clock;
    }

    static List<String> texts() {
        return TEXTS;
    }

    /** The names of the customers of such webhooks that stand in a page. */
    static Stream<String> customers(String page) {
        return CUSTOMER.matcher(page).results().map(MatchResult::group);
    }

    /** The next one in Meta's mix for a company that answers: three statuses to each message. */
    SignedWebhook mixed() {
        return made % (STATUSES_TO_A_MESSAGE + 1) == 0 ? message().webhook() : status();
    }

    Message message() {
        var customer = customer();
        var text = TEXTS.get(made % TEXTS.size());
        var body = number().text(customer, Wamid.inbound(customer), clock.instant(), text);
        return new Message(customer.waId(), customer.name(), SignedWebhook.sign(body, secret));
    }

    /** News of a message that the engine did not send. */
    private SignedWebhook status() {
        var customer = customer();
        var status = STATUSES.get(made % STATUSES.size());
        var body = number().status(customer, Wamid.outbound(customer), clock.instant(), status);
        return SignedWebhook.sign(body, secret);
    }

    private Person customer() {
        made++;
        return new Person("5511%09d".formatted(900_000_000 + made), "Customer " + made);
    }

    private MetaWebhook number() {
        return numbers.get(made / STATUSES_TO_A_MESSAGE % numbers.size());
    }
}
