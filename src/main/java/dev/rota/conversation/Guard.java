package dev.rota.conversation;

import dev.rota.assignment.AgentNow;
import dev.rota.assignment.Availability;
import dev.rota.assignment.Candidate;
import dev.rota.conversation.Refusal.Forbidden;
import dev.rota.conversation.Refusal.Invalid;
import dev.rota.conversation.Refusal.NotFound;
import dev.rota.conversation.Refusal.Stale;
import dev.rota.desk.Agent;
import dev.rota.desk.Company;
import dev.rota.desk.Identity;
import dev.rota.desk.Number;
import dev.rota.desk.Role;
import dev.rota.desk.Sight;
import dev.rota.desk.Status;
import dev.rota.desk.Viewer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Says who may do what to a conversation, and to which state of it. */
final class Guard {

    private static final int LONGEST_REASON = 500;

    private final JdbcClient jdbc;
    private final Supplier<Company> company;

    Guard(JdbcClient jdbc, Supplier<Company> company) {
        this.jdbc = jdbc;
        this.company = company;
    }

    /**
     * Holds the conversation until the transaction ends.
     *
     * @throws Stale when it has changed since the viewer saw it
     */
    Held hold(long conversation, int epoch, Viewer by) {
        var held = hold(conversation, by);
        if (held.epoch() != epoch) {
            throw stale(held, "the conversation has changed since you saw it");
        }
        return held;
    }

    /**
     * Holds the conversation as it is now until the transaction ends.
     *
     * @throws Invalid when it was recorded in shadow mode, so that nothing can be done with it
     * @throws NotFound when there is none that the viewer may see
     */
    Held hold(long conversation, Viewer by) {
        var sight = Sight.of(by, company.get());
        var held = jdbc.sql("SELECT c.* FROM conversation c WHERE c.id = :id AND " + sight.condition() + " FOR UPDATE")
                .param("id", conversation)
                .params(sight.parameters())
                .query((row, n) -> held(row))
                .optional()
                .orElseThrow(() -> new NotFound("there is no conversation " + conversation));
        if (held.shadow()) {
            throw shadow(held);
        }
        return held;
    }

    /** Holds those of these conversations that the viewer sees until the transaction ends, in the order that holds everywhere. */
    Map<Long, Held> holdAll(Collection<Long> conversations, Viewer by) {
        var sight = Sight.of(by, company.get());
        var held = new HashMap<Long, Held>();
        jdbc.sql("SELECT c.* FROM conversation c WHERE c.id = ANY(:ids) AND NOT c.shadow AND " + sight.condition()
                        + " ORDER BY c.id FOR UPDATE OF c")
                .param("ids", Unnest.bigints(List.copyOf(conversations), id -> id))
                .params(sight.parameters())
                .query((row, n) -> held(row))
                .list()
                .forEach(one -> held.put(one.id(), one));
        return held;
    }

    private Invalid shadow(Held held) {
        var number = company.get().numberById(held.number());
        var name = number.map(Number::name).orElse(held.number());
        var mode = number.filter(Number::isShadow).isPresent() ? "runs" : "ran";
        return new Invalid(
                "conversation",
                "number '" + name + "' " + mode + " in shadow mode: Rota recorded what it would have done, and nothing"
                        + " else can be done with the conversation");
    }

    /** The refusal that says what happened, and who is responsible now. */
    Stale stale(Held held, String happened) {
        return stale(held, happened, List.of());
    }

    /** The same, with what was said meanwhile. */
    Stale stale(Held held, String happened, List<Refusal.Since> since) {
        var owner = held.owner() == null ? null : new Summary.Owner(held.owner(), title(held.owner()));
        var now = owner == null ? "it is " + held.status().label() + " now" : owner.name() + " has it now";
        return new Stale(happened + ": " + now, owner, held.epoch(), since);
    }

    /** Somebody who works on conversations rather than only looks at them. */
    void works(Viewer by) {
        if (by.role() != Role.AGENT && by.role() != Role.SUPERVISOR && by.role() != Role.ADMIN) {
            throw new Forbidden("the role " + by.role().label() + " only looks");
        }
    }

    /** Whoever is responsible, and whoever manages the queue. */
    void mayHandle(Held held, Viewer by) {
        if (!by.name().equals(held.owner())) {
            mayManage(held, by);
        }
    }

    void mayManage(Held held, Viewer by) {
        if (by.role() != Role.SUPERVISOR && by.role() != Role.ADMIN) {
            throw new Forbidden(
                    held.owner() == null
                            ? "only a supervisor may do this while nobody is responsible; take it first"
                            : title(held.owner()) + " is responsible; only they or a supervisor may do this");
        }
    }

    void isOwner(Held held, Viewer by) {
        if (!by.name().equals(held.owner())) {
            throw new Forbidden(
                    held.owner() == null
                            ? "nobody is responsible; take it first"
                            : title(held.owner()) + " is responsible and answers");
        }
    }

    /** An agent who serves the conversation's queue. */
    Agent servingAgent(String name, Held held) {
        var agent = company.get().agents().get(name);
        if (agent == null) {
            throw new Invalid("agent", "there is no agent '" + name + "'; only agents take conversations");
        }
        if (!company.get().queue(held.queue()).teams().contains(agent.team())) {
            throw new Invalid("agent", agent.title() + " is not in a team of queue " + held.queue());
        }
        return agent;
    }

    /** Somebody who has a place left for a conversation of that queue. */
    void hasRoom(Agent agent, String queue, Map<String, AgentNow> loads) {
        var load = loads.getOrDefault(agent.name(), AgentNow.IDLE).load(queue);
        var candidate = new Candidate(agent, null, load);
        var handout = company.get().queue(queue).handout();
        if (!candidate.hasRoom(handout)) {
            throw new Invalid("agent", agent.title() + " " + candidate.fullness(handout));
        }
    }

    /** Somebody who is at work, so that giving them a conversation needs no reason. */
    void isThere(Agent agent, Map<String, AgentNow> loads, Instant at) {
        var presence = loads.getOrDefault(agent.name(), AgentNow.IDLE).presence();
        var absence = Availability.of(company.get().timetable(), agent.name(), presence, at)
                .reason();
        if (absence != null) {
            throw new Invalid(
                    "reason",
                    agent.title() + " is not at work: " + absence
                            + "; expected the reason why they get it all the same");
        }
    }

    /** A reason as the ledger takes it: short, and without what PostgreSQL refuses. */
    String words(String reason) {
        if (reason.length() > LONGEST_REASON) {
            throw new Invalid("reason", "a reason has at most " + LONGEST_REASON + " characters");
        }
        return reason.strip().replace('\0', '\uFFFD');
    }

    void queueExists(String queue) {
        if (!company.get().queues().containsKey(queue)) {
            throw new Invalid("queue", "there is no queue '" + queue + "'");
        }
    }

    void is(Held held, Status status, String command) {
        if (held.status() != status) {
            throw new Invalid(
                    "status",
                    "a conversation that is " + held.status().label() + " can't be " + command
                            + "; it would have to be " + status.label());
        }
    }

    void isOpen(Held held, String command) {
        if (held.status() == Status.CLOSED) {
            throw new Invalid("status", "a conversation that is closed can't be " + command + "; reopen it first");
        }
    }

    /** One whose customer has not begun another since: only one of them can be open. */
    void isLatest(Held held) {
        jdbc.sql("SELECT protocol FROM conversation WHERE number = :number AND customer = :customer AND status"
                        + " <> 'closed'")
                .param("number", held.number())
                .param("customer", held.customer())
                .query(String.class)
                .optional()
                .ifPresent(protocol -> {
                    throw new Invalid("status", "the customer has a newer conversation that is open, " + protocol);
                });
    }

    private String title(String agent) {
        var known = company.get().agents().get(agent);
        return known == null ? agent : known.title();
    }

    static Held held(ResultSet row) throws SQLException {
        return new Held(
                row.getLong("id"),
                Columns.text(row, "protocol"),
                row.getInt("epoch"),
                Status.of(Columns.text(row, "status")),
                Columns.text(row, "number"),
                row.getLong("customer"),
                Columns.text(row, "queue"),
                row.getString("owner"),
                Columns.instantOrNull(row, "last_customer_at"),
                address(row.getString("reply_kind"), row.getString("reply_to")),
                row.getBoolean("shadow"));
    }

    private static @Nullable Address address(@Nullable String kind, @Nullable String value) {
        return kind == null || value == null ? null : new Address(Identity.Kind.valueOf(kind), value);
    }
}
