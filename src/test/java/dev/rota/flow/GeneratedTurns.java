package dev.rota.flow;

import dev.rota.assignment.AgentNow;
import dev.rota.desk.Agent;
import dev.rota.desk.Company;
import dev.rota.desk.Event;
import dev.rota.desk.Heard;
import dev.rota.desk.Identity;
import dev.rota.desk.Inquiries;
import dev.rota.desk.Profile;
import dev.rota.desk.Rules;
import dev.rota.desk.Standing;
import dev.rota.desk.Turn;
import dev.rota.inquiry.Content;
import dev.rota.inquiry.Customer;
import dev.rota.inquiry.Fact;
import dev.rota.inquiry.History;
import dev.rota.inquiry.Inquiry;
import dev.rota.inquiry.Said;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Messages of every kind at any time of two years, with all that may be known of who writes them; the same by seed. */
public final class GeneratedTurns {

    private static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");
    private static final int SECONDS = 2 * 365 * 24 * 60 * 60;
    private static final List<String> WORDS = List.of(
            "oi",
            "caiu",
            "minha",
            "fibra",
            "sem",
            "sinal",
            "internet",
            "boleto",
            "da",
            "Fatura",
            "CANCELAR",
            "cancelación",
            "quero",
            "um",
            "plano",
            "preço",
            "não",
            "señal",
            "segunda",
            "via",
            "pix",
            "upgrade",
            "no",
            "funciona",
            "👍");

    private final Random random;
    private final Rules rules;
    private final Company company;

    public GeneratedTurns(long seed, Rules rules) {
        this.random = new Random(seed);
        this.rules = rules;
        this.company = rules.company();
    }

    /** The next message as triage sees it. */
    public Inquiry next() {
        var at = BEGIN.plusSeconds(random.nextInt(SECONDS));
        var number = one(List.copyOf(company.numbers().values()));
        var age = random.nextInt(4) == 0 ? random.nextInt(20_000) : random.nextInt(30);
        var said = Said.of("wamid." + random.nextInt(), content(), at.minusSeconds(age))
                .fromAd(sometimes("ad-7"));
        var event = new Event(0, new UUID(0, 0), "message", 0, number.id(), at, new byte[0]);
        var who = List.of(new Identity(Identity.Kind.WA_ID, "55119" + (10_000_000 + random.nextInt(90_000_000))));
        var turn = Turn.of(rules, Heard.Message.of(event, who, Profile.NONE, said), Standing.NEW)
                .with(customer(), new Fact("customer", null, "customers answered", random.nextInt(400)))
                .with(history(), new Fact("history", null, "conversations did not answer, default used", 500));
        var composed = new Inquiries(Clock.fixed(at, ZoneOffset.UTC), text -> "es").compose(turn);
        return Objects.requireNonNull(composed.inquiry());
    }

    private Content content() {
        return switch (random.nextInt(10)) {
            case 0 -> new Content.Choice("button", one(List.of("segunda-via", "outro")), "toque");
            case 1 -> new Content.Media("audio", "media-1", "audio/ogg", null, null);
            case 2 -> new Content.Media("image", "media-2", null, text(), null);
            case 3 -> new Content.Other("future", true);
            default -> new Content.Text(text());
        };
    }

    private String text() {
        return String.join(
                " ",
                random.ints(random.nextInt(7), 0, WORDS.size())
                        .mapToObj(WORDS::get)
                        .toList());
    }

    private Customer customer() {
        var attributes = random.nextBoolean() ? Map.of("product", "mobile") : Map.<String, String>of();
        return new Customer(sometimes("Maria"), sometimes("5511912345678"), sometimes("gold"), null, attributes);
    }

    private History history() {
        var types = List.copyOf(company.requestTypes());
        return new History(
                sometimes("ana"), random.nextBoolean() ? null : one(types), sometimes("support"), random.nextInt(3), 1);
    }

    /** By agent of the company, none to a little more than may be theirs. */
    public Map<String, AgentNow> loads() {
        return company.agents().values().stream()
                .collect(Collectors.toMap(Agent::name, agent -> AgentNow.of(random.nextInt(agent.capacity() + 1))));
    }

    /** An agent, or null. */
    public @Nullable String givenBackBy() {
        return random.nextInt(5) > 0 ? null : one(List.copyOf(company.agents().keySet()));
    }

    private @Nullable String sometimes(String value) {
        return random.nextInt(3) == 0 ? value : null;
    }

    /** Sets have an order of their own in each process; sorted, the seed decides alone. */
    private <T> T one(List<T> of) {
        var sorted = of.stream().sorted(Comparator.comparing(Object::toString)).toList();
        return sorted.get(random.nextInt(sorted.size()));
    }
}
