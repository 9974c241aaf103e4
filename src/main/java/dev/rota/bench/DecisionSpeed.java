package dev.rota.bench;

import dev.rota.inquiry.Content;
import dev.rota.inquiry.Customer;
import dev.rota.inquiry.History;
import dev.rota.inquiry.Inquiry;
import dev.rota.inquiry.Said;
import dev.rota.routing.Triage;
import java.lang.management.ManagementFactory;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;

/** Counts how many decisions, each with its because, one thread makes in a second of its processor time. */
final class DecisionSpeed {

    private static final double NANOS_PER_SECOND = 1e9;
    private static final Set<String> QUEUES = Set.of("sales", "support", "billing", "on-call");

    private final Triage triage;
    private final List<Inquiry> inquiries;

    DecisionSpeed(Triage triage, Clock clock) {
        this.triage = triage;
        this.inquiries =
                Webhooks.texts().stream().map(text -> inquiry(text, clock)).toList();
    }

    /** Decides for that long to warm up, and again to count. */
    double perSecond(Duration time) {
        decide(time);
        return decide(time);
    }

    private double decide(Duration time) {
        var cpu = ManagementFactory.getThreadMXBean();
        var end = System.nanoTime() + time.toNanos();
        var start = cpu.getCurrentThreadCpuTime();
        var decisions = 0;
        while (System.nanoTime() - end < 0) {
            for (var inquiry : inquiries) {
                triage.decide(inquiry);
            }
            decisions += inquiries.size();
        }
        return decisions * NANOS_PER_SECOND / (cpu.getCurrentThreadCpuTime() - start);
    }

    private static Inquiry inquiry(String text, Clock clock) {
        var now = clock.instant();
        return new Inquiry(
                null,
                "suporte",
                "morning",
                null,
                QUEUES,
                Said.of("", new Content.Text(text), now),
                null,
                null,
                Customer.UNKNOWN,
                History.NONE,
                List.of(),
                now.atZone(ZoneId.of("America/Sao_Paulo")),
                List.of());
    }
}
