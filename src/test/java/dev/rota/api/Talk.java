package dev.rota.api;

import dev.rota.assignment.Verdict;
import dev.rota.conversation.Counts;
import dev.rota.conversation.Deliveries.Delivery;
import dev.rota.conversation.Explanation;
import dev.rota.conversation.Filter;
import dev.rota.conversation.Inbox;
import dev.rota.conversation.Marks;
import dev.rota.conversation.Own;
import dev.rota.conversation.Page;
import dev.rota.conversation.Recorded;
import dev.rota.conversation.Summary;
import dev.rota.conversation.Whole;
import dev.rota.desk.Viewer;
import dev.rota.inquiry.Content;
import dev.rota.inquiry.Fact;
import dev.rota.routing.Because;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** An inbox that holds one conversation, with the id 7. */
final class Talk implements Inbox {

    static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

    static final Summary SUMMARY = new Summary(
            7,
            "20261124-004217",
            "vendas",
            new Summary.Customer(9, "Lia Brito", "5511987654321"),
            "in_progress",
            "sales",
            "sales",
            "high",
            new Summary.Owner("bia", "Bia Nunes"),
            3,
            NOON,
            null,
            NOON.plusSeconds(90),
            NOON.plusSeconds(86_490),
            NOON,
            NOON.plusSeconds(300),
            null,
            null,
            "quero fibra",
            "text",
            12L,
            null);

    static final Explanation.Decision DECISION = new Explanation.Decision(
            NOON,
            "sales",
            "sales",
            "high",
            null,
            "a1b2",
            List.of(new Because("triage/queue.camel.yaml", 12, "night", "${body.shift} == 'night'", "false")));

    final List<Filter> filters = new ArrayList<>();
    boolean visible = true;

    @Override
    public Page<Summary> list(Filter filter, Viewer viewer) {
        filters.add(filter);
        return new Page<>(List.of(SUMMARY), "bmV4dA");
    }

    @Override
    public Optional<Whole> find(long id, Viewer viewer) {
        return visible && id == 7 ? Optional.of(whole()) : Optional.empty();
    }

    @Override
    public Own own(Viewer viewer) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Counts counts(Viewer viewer) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<Recorded> recorded(long id, Viewer viewer) {
        return Optional.empty();
    }

    @Override
    public Optional<Explanation> explain(long id, Viewer viewer) {
        if (id != 7) {
            return Optional.empty();
        }
        var assigned = new Explanation.Assigned("bia", "fewest open", List.of(new Verdict("bia", true, "fewest open")));
        var fact = new Fact("customer", null, "customers timed out, default used", 301);
        return Optional.of(new Explanation(DECISION, assigned, List.of(fact)));
    }

    private static Whole whole() {
        return new Whole(
                SUMMARY,
                List.of(
                        new Whole.Message(12, "wamid.x", "out", "text", "claro!", NOON, "sent", "bia", null),
                        document()),
                List.of(new Whole.Assignment("bia", NOON, null, "rota", "fewest open", 3)),
                List.of(DECISION),
                List.of(new Delivery(
                        5, 7L, "crm", "ticket", "due", "T-1", "https://crm/T-1", 2, NOON, "answered 503", null)),
                List.of(new Whole.Change(3, NOON, "assigned", "rota", "fewest open", "in_progress", "sales", "bia")));
    }

    /** With everything that can be told of a message. */
    private static Whole.Message document() {
        return new Whole.Message(
                13,
                "wamid.y",
                "in",
                "document",
                "",
                NOON,
                null,
                null,
                null,
                new Content.Media("document", "m1", null, null, "fatura.pdf"),
                false,
                true,
                "Rui",
                "wamid.x",
                new Whole.Quote(12, "out", "text", "claro!", "bia"),
                new Marks(
                        List.of(new Marks.Reaction("👍", "out", "phone app", null, NOON)),
                        new Marks.Edit("fim", null, NOON),
                        new Marks.Deletion("in", null, "Rui", NOON)));
    }
}
