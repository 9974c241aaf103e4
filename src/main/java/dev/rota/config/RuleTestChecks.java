package dev.rota.config;

import dev.rota.config.RuleTestsFile.ExpectEntry;
import dev.rota.config.RuleTestsFile.TestEntry;
import dev.rota.desk.Company;
import dev.rota.inquiry.Gist;
import dev.rota.inquiry.Inquiry;
import dev.rota.routing.RuleTest.Expected;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Whether what a test names exists, and it says and expects something. */
final class RuleTestChecks {

    private final Source source;
    private final Company company;

    RuleTestChecks(Source source, Company company) {
        this.source = source;
        this.company = company;
    }

    void run(TestEntry test) {
        known("number", "number", test.number(), company.numbers().keySet());
        said(test);
        known("guess", "request type", test.guess(), company.requestTypes());
        known("history.lastAgent", "agent", test.history().lastAgent(), agents());
        known("history.lastRequestType", "request type", test.history().lastRequestType(), company.requestTypes());
        known(
                "history.lastQueue",
                "queue",
                test.history().lastQueue(),
                company.queues().keySet());
        test.staff().forEach((name, line, entry) -> known("staff", "agent", new Located<>(name, line), agents()));
        expected(test);
    }

    private void said(TestEntry test) {
        var said = test.said();
        if (said.isEmpty()) {
            source.problem(test.name().line(), "the customer says nothing; expected text, type or button");
        }
        known("type", "type", test.type(), Gist.TYPES);
        if (!said.fits() && test.type() != null) {
            source.problem(
                    test.type().line(),
                    "type: '" + test.type().value() + "' has no button; expected interactive or button");
        }
    }

    private void expected(TestEntry test) {
        var expect = test.expect();
        if (expect.isEmpty()) {
            source.problem(test.name().line(), "expect: nothing is expected; expected one thing at least");
        }
        known("expect.requestType", "request type", expect.requestType(), company.requestTypes());
        known("expect.shift", "shift", expect.shift(), with(company.timetable().shifts(), Inquiry.NO_SHIFT));
        known("expect.queue", "queue", expect.queue(), company.queues().keySet());
        known("expect.agent", "agent", expect.agent(), with(agents(), Expected.NOBODY));
        expect.never().forEach(name -> known("expect.never", "agent", name, agents()));
        contradiction(expect);
    }

    private void contradiction(ExpectEntry expect) {
        var agent = expect.agent();
        if (agent != null
                && expect.never().stream().anyMatch(name -> name.value().equals(agent.value()))) {
            source.problem(agent.line(), "expect: '" + agent.value() + "' is expected and may never be; expected one");
        }
    }

    private void known(String where, String kind, @Nullable Located<String> name, Collection<String> names) {
        if (name != null && !names.contains(name.value())) {
            source.problem(
                    name.line(),
                    where + ": unknown " + kind + " '" + name.value() + "'" + Nearest.hint(name.value(), names));
        }
    }

    private Set<String> agents() {
        return company.agents().keySet();
    }

    private static Set<String> with(Collection<String> names, String another) {
        var all = new TreeSet<>(names);
        all.add(another);
        return all;
    }
}
