package dev.rota.flow.lookup;

import dev.rota.config.Asking;
import dev.rota.config.RuleFolders;
import dev.rota.customer.Crm;
import dev.rota.customer.Customers;
import dev.rota.customer.Guesses;
import dev.rota.customer.Histories;
import dev.rota.customer.Languages;
import dev.rota.desk.Decisions;
import dev.rota.desk.Downstream;
import dev.rota.desk.Event;
import dev.rota.desk.Heard;
import dev.rota.desk.Identity;
import dev.rota.desk.Inquiries;
import dev.rota.desk.Lookups;
import dev.rota.desk.Profile;
import dev.rota.desk.Rules;
import dev.rota.desk.Standing;
import dev.rota.desk.Turn;
import dev.rota.flow.HttpHeaders;
import dev.rota.flow.downstream.AdapterCompiler;
import dev.rota.flow.downstream.Adapters;
import dev.rota.flow.triage.RouteSetCompiler;
import dev.rota.inquiry.Content;
import dev.rota.inquiry.Fact;
import dev.rota.inquiry.Said;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;

/** The example company's way from a message to its decision, as routes/30-enrich has it, with somebody outside to ask. */
final class Enrichment implements AutoCloseable {

    static final String PHONE = "5511987654321";

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-24T15:00:00Z"), ZoneOffset.UTC);

    private final DefaultCamelContext camel = new DefaultCamelContext();
    private final LookupThreads threads = new LookupThreads();
    private final ProducerTemplate template;
    private final Adapters adapters;
    private final Rules rules;

    Enrichment(DataSource database, Lookups lookups) throws Exception {
        var company = Asking.company(lookups);
        rules = new Rules(
                "test", company, new RouteSetCompiler().compile(RuleFolders.readRoutes(Path.of("routes")), company));
        camel.getPropertiesComponent().addInitialProperty("rota.routes-dir", "routes");
        template = camel.createProducerTemplate();
        bind(database);
        adapters = new AdapterCompiler(camel).compile(RuleFolders.readRoutes(Path.of("routes")), company);
        for (var file : List.of("failures", "30-enrich")) {
            var resource = ResourceHelper.resolveMandatoryResource(camel, "file:routes/" + file + ".camel.yaml");
            PluginHelper.getRoutesLoader(camel).loadRoutes(resource);
        }
        camel.setStreamCaching(false); // as application.yaml says it
        camel.getShutdownStrategy().setTimeout(1);
        camel.start();
    }

    private void bind(DataSource database) {
        var registry = camel.getRegistry();
        registry.bind("lookups", database);
        registry.bind("customers", new Customers());
        registry.bind("histories", new Histories());
        registry.bind("inquiries", new Inquiries(CLOCK, new Languages()));
        registry.bind("decisions", new Decisions());
        registry.bind("lookupAnswers", new LookupAnswers(Duration.ofMillis(300)));
        registry.bind("chatMessages", new ChatMessages());
        registry.bind("lookupHeaders", new HttpHeaders(Set.of("Accept", "Authorization", "Content-Type"), Set.of()));
        registry.bind(
                "crm", new Crm(new AdapterLine<>(Downstream.CRM, () -> adapters, threads.asking()), threads.after()));
        registry.bind(
                "guesses",
                new Guesses(new AdapterLine<>(Downstream.MODEL, () -> adapters, threads.asking()), threads.after()));
    }

    /** What becomes of a text from Lia's phone. */
    Turn of(String text) {
        return of(new Content.Text(text), new Identity(Identity.Kind.WA_ID, PHONE));
    }

    Turn of(Content content, Identity identity) {
        var at = CLOCK.instant();
        var event = new Event(1, new UUID(0, 1), "message", 0, "106540352242923", at, new byte[0]);
        var said = Said.of("wamid.1", content, at);
        var message = Heard.Message.of(event, List.of(identity), Profile.named("Lia Sol"), said);
        return template.requestBody("direct:enrich.inquiry", Turn.of(rules, message, Standing.NEW), Turn.class);
    }

    static Fact fact(Turn turn, String name) {
        return turn.facts().stream()
                .filter(fact -> fact.name().equals(name))
                .findAny()
                .orElseThrow();
    }

    @Override
    public void close() {
        adapters.close();
        camel.stop();
        threads.close();
    }
}
