package dev.rota.flow.ruletest;

import dev.rota.assignment.Candidate;
import dev.rota.config.RuleTestYaml;
import dev.rota.conversation.Recorded;
import dev.rota.desk.Rules;
import dev.rota.flow.Imagination;
import dev.rota.inquiry.Content;
import dev.rota.inquiry.Customer;
import dev.rota.inquiry.Gist;
import dev.rota.inquiry.Inquiry;
import dev.rota.routing.Because;
import dev.rota.routing.Imagined;
import dev.rota.routing.Imagined.Lookup;
import dev.rota.routing.Imagined.OnStaff;
import dev.rota.routing.Priority;
import dev.rota.routing.RuleTest;
import dev.rota.routing.RuleTest.Expected;
import dev.rota.shift.Attendance;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes a test of what was recorded of a conversation: its author is invented, and it expects what came. */
public final class RecordedRuleTest {

    private static final Pattern ATTRIBUTE = Pattern.compile("customer\\.attribute\\('([^']+)'\\)");
    private static final String PRODUCT = "product";
    private static final Duration FRESH = Duration.ofMinutes(1);

    /** Of these the words are names of people and places. */
    private static final Set<String> NAMES = Set.of("contacts", "location");

    private final Recorded recorded;
    private final Inquiry inquiry;
    private final Rules rules;
    private final Invented invented;

    private RecordedRuleTest(Recorded recorded, Rules rules) {
        this.recorded = recorded;
        this.inquiry = recorded.inquiry();
        this.rules = rules;
        this.invented = new Invented(inquiry.customer().name());
    }

    /**
     * The test as an item of a test file.
     *
     * @param rules those in force: what they say anyway, the test need not say
     */
    public static String yaml(String name, Recorded recorded, Rules rules) {
        return RuleTestYaml.of(
                new RecordedRuleTest(recorded, rules.withoutOverrides()).named(name),
                recorded.inquiry().at().getZone());
    }

    private RuleTest named(String name) {
        var given = given();
        return new RuleTest(name, "", 1, given, expected(given));
    }

    private Imagined given() {
        var at = inquiry.at().toInstant().truncatedTo(ChronoUnit.SECONDS);
        var age = Duration.between(inquiry.said().at(), at);
        var order = inquiry.said().content() instanceof Content.Order;
        return new Imagined(
                inquiry.number(),
                invented.phone(inquiry.customer().phone()),
                content(),
                at,
                age.compareTo(FRESH) < 0 ? Duration.ZERO : Duration.ofSeconds(age.toSeconds()),
                inquiry.ad(),
                order ? inquiry.product() : inquiry.said().product(),
                inquiry.guess(),
                lookup(),
                inquiry.history(),
                staff(at));
    }

    private Content content() {
        var gist = Gist.of(inquiry.said().content());
        var type = Gist.TYPES.contains(gist.type()) ? gist.type() : "unsupported";
        var words = NAMES.contains(type) ? "" : invented.words(gist.text());
        return new Gist(type, words, gist.button()).content();
    }

    private Lookup lookup() {
        var customer = inquiry.customer();
        var attributes = attributes(customer);
        if (customer.tier() != null || customer.city() != null || !attributes.isEmpty()) {
            return new Lookup.Known(
                    new Customer(invented.ownName(), null, customer.tier(), customer.city(), attributes));
        }
        var late = inquiry.facts().stream()
                .anyMatch(
                        fact -> fact.name().equals("customer") && fact.source().contains("did not answer"));
        return late ? new Lookup.TimedOut() : new Lookup.Unknown();
    }

    /** Those that a rule looked at: what else the company knows is nobody's business. */
    private Map<String, String> attributes(Customer customer) {
        var asked = recorded.decision().because().stream()
                .flatMap(rule -> ATTRIBUTE.matcher(rule.text()).results())
                .map(found -> found.group(1))
                .collect(Collectors.toSet());
        asked.add(PRODUCT);
        return customer.attributes().entrySet().stream()
                .filter(attribute -> asked.contains(attribute.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private Map<String, OnStaff> staff(Instant at) {
        var question = recorded.question();
        var staff = new TreeMap<String, OnStaff>();
        for (var candidate : question == null ? List.<Candidate>of() : question.candidates()) {
            var agent = candidate.agent().name();
            var on = candidate.offReason() == null;
            var onRoster = rules.company().timetable().attendance(agent, at) instanceof Attendance.OnShift;
            if (candidate.load().open() > 0 || on != onRoster) {
                staff.put(agent, new OnStaff(candidate.load().open(), on == onRoster ? null : on, false));
            }
        }
        return staff;
    }

    /** What an override decided is nothing that rules can be tested for. */
    private Expected expected(Imagined given) {
        var decision = recorded.decision();
        if (isOverridden()) {
            return new Expected(
                    decision.requestType(),
                    inquiry.shift(),
                    null,
                    Priority.of(decision.priority()),
                    null,
                    List.of(),
                    null);
        }
        var agent = agent(given);
        return new Expected(
                decision.requestType(),
                inquiry.shift(),
                decision.queue(),
                Priority.of(decision.priority()),
                agent,
                agent == null ? out() : List.of(),
                null);
    }

    private boolean isOverridden() {
        var decision = recorded.decision();
        return decision.because().stream()
                .anyMatch(line ->
                        line.file().equals(Because.OVERRIDE) && line.value().equals(decision.queue()));
    }

    /** A lot may fall otherwise in a test, and a person may choose anybody: then nobody is expected. */
    private @Nullable String agent(Imagined given) {
        var came = new Imagination(rules).foresee(given).agent();
        var was = recorded.agent() == null ? Expected.NOBODY : recorded.agent();
        return came.equals(was) ? was : null;
    }

    private List<String> out() {
        var question = recorded.question();
        return question == null
                ? List.of()
                : question.answer().because().stream()
                        .filter(verdict -> !verdict.in())
                        .map(verdict -> verdict.agent())
                        .toList();
    }
}
