package dev.rota.conversation;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toMap;

import dev.rota.desk.Company;
import dev.rota.desk.Queue;
import dev.rota.desk.ShiftEnd;
import dev.rota.inquiry.Inquiry;
import dev.rota.routing.Decision;
import dev.rota.routing.Priority;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * The example company ten minutes before ten at night: Davi, Eva and Zeca are at work, then Rui alone. Rules send to
 * support whatever a customer wants, but an outage at night to the people on call.
 */
final class Evening implements AutoCloseable {

    static final Instant EDGE = Instant.parse("2026-11-24T22:00:00-03:00");
    static final Instant MORNING = Instant.parse("2026-11-25T06:00:00-03:00");

    final Desk desk;

    /** @param policy what becomes of open conversations in the queue support */
    Evening(ShiftEnd policy) {
        this(new Desk(), policy);
    }

    Evening(Desk desk, ShiftEnd policy) {
        this.desk = desk;
        desk.clock.set(EDGE.minus(Duration.ofMinutes(10)));
        desk.company = with(desk.company, policy);
        desk.triage = Evening::decide;
        desk.due.make();
    }

    static Company with(Company company, ShiftEnd policy) {
        return new Company(
                company.apps(),
                company.numbers(),
                company.teams(),
                company.agents(),
                company.queues().values().stream()
                        .map(queue -> queue.name().equals("support") ? with(queue, policy) : queue)
                        .collect(toMap(Queue::name, Function.identity())),
                company.requestTypes(),
                company.fallback(),
                company.downstreams(),
                company.timetable());
    }

    private static Queue with(Queue queue, ShiftEnd policy) {
        return new Queue(
                queue.name(),
                queue.title(),
                queue.teams(),
                queue.skill(),
                queue.hours(),
                queue.reopenWithin(),
                queue.downstreams(),
                policy,
                queue.answer(),
                queue.overflow(),
                queue.handout(),
                queue.patience());
    }

    private static Decision decide(Inquiry inquiry) {
        var queue = inquiry.shift().equals("night") && inquiry.text().contains("outage") ? "on-call" : "support";
        return new Decision("support", queue, Priority.NORMAL, null, "set-1", List.of());
    }

    /** So many customers write, and their conversations. */
    List<Long> talks(int count) {
        return IntStream.range(0, count)
                .mapToObj(n -> talk("55119" + (10_000_000 + n), "olá"))
                .toList();
    }

    long talk(String customer, String text) {
        desk.hear(customer, text, "support");
        return desk.conversationOf(customer);
    }

    /** The hour strikes. */
    void strike() {
        desk.clock.set(EDGE);
        desk.due.make();
    }

    /** The switchover that was made last. */
    Switchover made() {
        var last = desk.switchovers.list().stream()
                .filter(one -> one.state().equals("done") || one.state().equals("undone"))
                .findFirst()
                .orElseThrow();
        return desk.switchovers.find(requireNonNull(last.id()), desk.admin()).orElseThrow();
    }

    List<Switchover.Line> moves() {
        return moves(made());
    }

    static List<Switchover.Line> moves(Switchover switchover) {
        return requireNonNull(switchover.plan()).moves();
    }

    List<String> lines(Switchover switchover) {
        return moves(switchover).stream()
                .map(line -> line.conversation() + " " + line.kind() + " " + line.fromQueue() + "/" + line.fromOwner()
                        + " " + line.queue() + "/" + line.owner() + " " + line.until() + " " + line.why() + " "
                        + line.brief())
                .toList();
    }

    @Override
    public void close() {
        desk.close();
    }
}
