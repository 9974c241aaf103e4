package dev.rota.conversation;

import static java.util.Objects.requireNonNull;

import dev.rota.config.Placeholders;
import dev.rota.config.RuleFolders;
import dev.rota.desk.Company;
import dev.rota.desk.Inquiries;
import dev.rota.desk.Role;
import dev.rota.desk.Viewer;
import dev.rota.flow.rules.RuleCompiler;
import dev.rota.flow.rules.RuleSet;
import dev.rota.flow.triage.RouteSetRefused;
import dev.rota.inquiry.Customer;
import dev.rota.inquiry.Fact;
import dev.rota.routing.Decision;
import dev.rota.routing.Triage;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A desk that decides by the rules of the example company, and at which nobody works unless a test lets them. */
final class RuledDesk implements AutoCloseable {

    static final Viewer OTTO = new Viewer("otto", "Otto", Role.OPERATIONS, Set.of());

    final Desk desk;
    final RuleSet set;
    final Company everybody;
    final Company nobody;

    RuledDesk(Desk desk) {
        this.desk = desk;
        this.set = example();
        this.everybody = desk.company;
        this.nobody = Companies.withoutAgents(everybody);
        var hash = set.rules().hash();
        if (inForce(desk.jdbc, hash)) {
            desk.follow(hash, nobody, triage());
        } else {
            desk.swap(hash, nobody, triage());
        }
    }

    private static boolean inForce(JdbcClient jdbc, String hash) {
        return jdbc.sql("SELECT EXISTS (SELECT FROM swap WHERE rules = :hash)")
                .param("hash", hash)
                .query(Boolean.class)
                .single();
    }

    private static RuleSet example() {
        var config = Path.of("config");
        try {
            return new RuleCompiler(Placeholders.of(config, name -> null))
                    .compileToDecide(RuleFolders.read(config, Path.of("routes")));
        } catch (RouteSetRefused e) {
            throw new AssertionError(e.problems().toString(), e);
        }
    }

    Triage triage() {
        return set.rules().triage();
    }

    /** The same rules under another hash. */
    Triage renamed(String hash) {
        return inquiry -> {
            var decided = triage().decide(inquiry);
            return new Decision(
                    decided.requestType(),
                    decided.queue(),
                    decided.priority(),
                    decided.skill(),
                    hash,
                    decided.because(),
                    decided.override());
        };
    }

    /** A customer of that product writes; their conversation. */
    long hear(String from, String product, String text) {
        var found = desk.standings.find(desk.message(from, text));
        var customer = new Customer("Maria", from, null, null, Map.of("product", product));
        var known = found.with(customer, new Fact("customer", null, "customers answered", 3));
        if (known.needsDecision()) {
            var composed = new Inquiries(desk.clock, words -> "pt").compose(known);
            var decision = composed.rules().triage().decide(requireNonNull(composed.inquiry()));
            desk.commit(composed.with(decision));
        } else {
            desk.commit(known);
        }
        return desk.conversationOf(from);
    }

    /** Operations send customers of fibre to that queue for two hours. */
    StandingOverride put(String queue) {
        return desk.overrides.overrides().put(fibre(queue), OTTO);
    }

    RoutingOverrides.Wanted fibre(String queue) {
        var until = desk.clock.instant().plus(Duration.ofHours(2));
        return new RoutingOverrides.Wanted(Map.of("product", "fibre"), queue, until, "a mast is down");
    }

    @Override
    public void close() {
        desk.close();
        set.close();
    }
}
