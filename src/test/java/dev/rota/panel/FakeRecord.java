package dev.rota.panel;

import dev.rota.assignment.Verdict;
import dev.rota.conversation.Deliveries;
import dev.rota.conversation.Explanation;
import dev.rota.conversation.Summary;
import dev.rota.inquiry.Fact;
import dev.rota.routing.Because;
import java.time.Instant;
import java.util.List;

/** What stands beside each conversation in memory: why it is where it is, and what became of it at a helpdesk. */
final class FakeRecord {

    private FakeRecord() {}

    static Explanation explanation(Summary summary, Instant now) {
        var because = List.of(
                new Because("triage/queue.camel.yaml", 14, "stale-after-outage", "${body.olderThan('2h')}", "false"),
                new Because(
                        "triage/queue.camel.yaml",
                        19,
                        "outage-at-night",
                        "${body.requestType} == 'outage' && ${body.shift} == 'night'",
                        "false"),
                new Because("triage/queue.camel.yaml", 27, "outage-by-day", "${body.requestType} == 'outage'", "true"),
                new Because(
                        "triage/queue.camel.yaml",
                        29,
                        "outage-by-day",
                        "queue:support?priority=high&skill=fibre",
                        "support"));
        var decision = new Explanation.Decision(now, "outage", "support", "high", "fibre", "9f2c41d07be1", because);
        var assigned = new Explanation.Assigned(
                "ana",
                "has the skill fibre, and 2 of 5 conversations",
                List.of(
                        new Verdict("ana", true, "has the skill fibre, and 2 of 5 conversations"),
                        new Verdict("davi", false, "is off until 14:00"),
                        new Verdict("eva", false, "has 5 of 5 conversations")));
        var facts = List.of(
                new Fact("customer.tier", "gold", "customers answered", 84),
                new Fact("customer.product", null, "customers timed out, default used", 250));
        return new Explanation(decision, summary.owner() == null ? null : assigned, facts);
    }

    static List<Deliveries.Delivery> deliveries(long conversation) {
        var ticket = new Deliveries.Delivery(
                1,
                conversation,
                "zendesk",
                "ticket",
                "done",
                "4711",
                "https://zendesk.example/4711",
                1,
                null,
                null,
                null);
        var reply = new Deliveries.Delivery(
                2, conversation, "whatsapp.suporte", "reply", "done", "wamid.HBgN", null, 1, null, null, null);
        return List.of(ticket, reply);
    }
}
