package dev.rota.desk;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One thing that Rota says by itself.
 *
 * @param language what the customer wrote in; null when it is not known
 * @param protocol the conversation's protocol number
 * @param agent who is responsible, by name; null while nobody is
 */
public record AutomaticText(
        Occasion occasion, String queue, @Nullable String language, String protocol, @Nullable String agent) {

    /**
     * What is said of a customer's message once it is known what becomes of it.
     *
     * @param at the time of the decision
     */
    public static AutomaticText ofMessage(
            Company company,
            String queue,
            @Nullable String language,
            String protocol,
            @Nullable String agent,
            Instant at) {
        var open = company.timetable().open(queue, company.queue(queue).hours(), at);
        var texts = company.texts();
        var occasion = agent == null && !open ? Occasion.OUT_OF_HOURS : Occasion.RECEIVED;
        var assigned =
                agent != null && texts.text(Occasion.ASSIGNED, queue, language).isPresent();
        return new AutomaticText(assigned ? Occasion.ASSIGNED : occasion, queue, language, protocol, agent);
    }

    /** The words, with all gaps filled as of an instant; none when the company has no text for the occasion. */
    public Optional<String> words(Company company, Instant at) {
        return company.texts()
                .text(occasion, queue, language)
                .map(text -> AutomaticTexts.fill(text, values(company, at)));
    }

    private Map<String, String> values(Company company, Instant at) {
        var known = company.queue(queue);
        var agents = company.agents();
        var values = new HashMap<String, String>();
        values.put("protocol", protocol);
        values.put("queue", known.title());
        if (agent != null) {
            values.put("agent", agents.containsKey(agent) ? agents.get(agent).title() : agent);
        }
        company.timetable()
                .nextOpening(queue, known.hours(), at)
                .ifPresent(opening -> values.put(
                        "nextOpening",
                        AutomaticTexts.words(
                                opening,
                                company.timetable().zone(known.hours()),
                                language == null ? company.texts().language() : language)));
        return values;
    }
}
