package dev.rota.config;

import dev.rota.desk.Lookup;
import dev.rota.desk.Lookups;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** {@code lookups.yaml}: who is asked before a decision, besides the database. */
record LookupsFile(
        @Key("The CRM that is asked who the customer is, in place of routes/sql/customer.sql.") @Nullable CrmEntry crm,
        @Key("The model that is asked what the customer wants; its answer is ${body.guess}.") @Nullable
                ModelEntry model) {

    /** A CRM. */
    record CrmEntry(
            @Key(
                            value = "The file in routes/downstream that asks it, without .kamelet.yaml.",
                            or = "crm-customer-action")
                    Located<String> kamelet,
            @Key(value = "The parameters of that file; secrets as {{env:NAME}} or {{file:PATH}}.", or = "{}")
                    Named<Template> with,
            @Key(value = "How long a decision waits for the answer.", or = "500ms") Duration deadline,
            @Key(value = "How long an answer is used again; 0s for not at all.", or = "5m") Duration keep,
            @Key(value = "Questions under way at the same time.", or = "16", min = 1) int parallel) {}

    /** A model behind an endpoint as OpenAI's is. */
    record ModelEntry(
            @Key(value = "The file in routes/downstream that asks it, without .kamelet.yaml.", or = "chat-guess-action")
                    Located<String> kamelet,
            @Key(value = "The parameters of that file; secrets as {{env:NAME}} or {{file:PATH}}.", or = "{}")
                    Named<Template> with,
            @Key(value = "How long a decision waits for the answer.", or = "1500ms") Duration deadline,
            @Key(value = "Questions under way at the same time.", or = "16", min = 1) int parallel) {}

    Lookups desks(Placeholders placeholders, Source warnings) {
        return new Lookups(
                crm == null
                        ? null
                        : new Lookup(
                                crm.kamelet().value(),
                                placeholders.parameters(crm.with(), warnings),
                                crm.deadline(),
                                crm.keep(),
                                crm.parallel()),
                model == null
                        ? null
                        : new Lookup(
                                model.kamelet().value(),
                                placeholders.parameters(model.with(), warnings),
                                model.deadline(),
                                Duration.ZERO,
                                model.parallel()));
    }
}
