package dev.rota.flow.lint;

import dev.rota.config.Adapter;
import dev.rota.customer.CrmQuestion;
import dev.rota.customer.GuessQuestion;
import dev.rota.desk.Copy;
import dev.rota.desk.Ticket;
import dev.rota.flow.downstream.Questionnaire;
import java.util.List;
import java.util.Map;
import org.springframework.core.ResolvableType;

/** What Kamelets get as body, by where {@code config/} uses them; nobody knows it of one that several use. */
final class KameletBodies {

    private final List<Adapter> adapters;

    KameletBodies(List<Adapter> adapters) {
        this.adapters = adapters;
    }

    /** What the first step of a Kamelet finds. */
    Given of(Kamelet kamelet) {
        if (kamelet.root().text("metadata", "annotations", Questionnaire.ASKS).isPresent()) {
            return Given.ANYTHING; // JSON, of which its jq makes what it wants
        }
        return adapters.stream()
                .filter(adapter -> adapter.kamelet().equals(kamelet.name()))
                .map(KameletBodies::body)
                .reduce(Types::either)
                .map(body -> new Given(body, Map.of(), false))
                .orElse(Given.ANYTHING);
    }

    private static ResolvableType body(Adapter adapter) {
        if (adapter.file().endsWith("lookups.yaml")) {
            return Types.of(adapter.where().equals("crm") ? CrmQuestion.class : GuessQuestion.class);
        }
        return Types.of(adapter.file().endsWith("numbers.yaml") ? Copy.class : Ticket.class);
    }
}
