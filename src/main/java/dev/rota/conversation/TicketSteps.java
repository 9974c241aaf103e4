package dev.rota.conversation;

import dev.rota.conversation.Refusal.Invalid;
import dev.rota.desk.Agent;
import dev.rota.desk.Company;
import dev.rota.desk.Role;
import dev.rota.desk.Status;
import dev.rota.desk.TicketNews;
import dev.rota.desk.TicketNews.Owner;
import dev.rota.desk.TicketNews.Standing;
import dev.rota.desk.Viewer;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** The steps that a conversation takes because of what was done to its ticket; none when it stands so already. */
final class TicketSteps {

    private final Supplier<Company> company;
    private final Guard guard;
    private final Steps steps;

    TicketSteps(Supplier<Company> company, Guard guard, Steps steps) {
        this.company = company;
        this.guard = guard;
        this.steps = steps;
    }

    /** Whoever did it there, as they are called here; the downstream where it does not say, or nobody here is called so. */
    Viewer author(TicketNews news) {
        return person(news).map(TicketSteps::viewer).orElseGet(() -> viewer(news.downstream()));
    }

    /** Whether it was somebody who is known here. */
    boolean saysWho(TicketNews news) {
        return person(news).isPresent();
    }

    private Optional<Agent> person(TicketNews news) {
        return Optional.ofNullable(news.by()).flatMap(id -> company.get().agentAt(news.downstream(), id));
    }

    /** Whoever is responsible, where the downstream does not say who it was. */
    Viewer responsible(Held held, TicketNews news) {
        return Optional.ofNullable(held.owner())
                .map(owner -> company.get().agents().get(owner))
                .map(TicketSteps::viewer)
                .orElseGet(() -> viewer(news.downstream()));
    }

    /** The agent whom the downstream calls so. */
    Viewer agent(String downstream, String id) {
        return viewer(known(downstream, id));
    }

    private Agent known(String downstream, String id) {
        return company.get()
                .agentAt(downstream, id)
                .orElseThrow(() -> new Invalid(
                        "agent",
                        "nobody in config/teams.yaml has the id '" + id + "' there; expected ids: {" + downstream
                                + ": \"" + id + "\"} with an agent"));
    }

    /** The downstream has let them do it, and asks nobody here. */
    private static Viewer viewer(Agent agent) {
        return new Viewer(agent.name(), agent.title(), Role.ADMIN, Set.of());
    }

    private static Viewer viewer(String downstream) {
        return new Viewer(downstream, downstream, Role.ADMIN, Set.of());
    }

    /** A ticket that is closed is nobody's, whatever stands in it. */
    Optional<Change> owned(Held held, TicketNews news, Owner owner) {
        var by = author(news);
        if (held.status() == Status.CLOSED) {
            return Optional.empty();
        }
        if (owner.id() == null) {
            return held.owner() == null
                    ? Optional.empty()
                    : Optional.of(steps.taken(
                            held, "released", Status.WAITING, held.queue(), by, why(by, "gave it back", news)));
        }
        var agent = known(news.downstream(), owner.id());
        if (agent.name().equals(held.owner())) {
            return Optional.empty();
        }
        guard.servingAgent(agent.name(), held);
        return Optional.of(steps.given(held, agent, by, why(by, "assigned it", news)));
    }

    /** Open or closed is all that counts: whether an open one waits or is somebody's, its owner says. */
    Optional<Change> stands(Held held, TicketNews news, Standing standing) {
        var by = author(news);
        var closes = standing.status() == Status.CLOSED;
        if (closes == (held.status() == Status.CLOSED)) {
            return Optional.empty();
        }
        if (closes) {
            return Optional.of(
                    steps.taken(held, "closed", Status.CLOSED, held.queue(), by, why(by, "closed it", news)));
        }
        guard.isLatest(held);
        return Optional.of(
                steps.taken(held, "reopened", Status.WAITING, held.queue(), by, why(by, "reopened it", news)));
    }

    private static String why(Viewer by, String did, TicketNews news) {
        var there = by.name().equals(news.downstream()) ? "" : " in " + news.downstream();
        return by.title() + " " + did + there;
    }
}
