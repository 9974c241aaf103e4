package dev.rota.panel;

import dev.rota.desk.Company;
import dev.rota.desk.TriedAgain;
import dev.rota.desk.TriedTogether;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * That somebody had something tried again, as a page says it.
 *
 * @param by the title of whoever had it
 * @param age how long ago
 * @param kind {@code event}, {@code delivery} or {@code callback}
 * @param downstream to which, or by which; null for events
 * @param count how many there were
 */
record Lately(String by, Instant at, String age, String kind, @Nullable String downstream, int count) {

    static List<Lately> of(List<TriedTogether> all, Company company, Instant now) {
        var titles = new Titles(company);
        return all.stream()
                .map(one -> new Lately(
                        titles.agent(one.by()),
                        one.at(),
                        Ages.between(one.at(), now),
                        one.kind(),
                        one.downstream(),
                        one.count()))
                .toList();
    }

    static @Nullable Lately of(@Nullable TriedAgain one, Company company, Instant now) {
        return one == null
                ? null
                : new Lately(new Titles(company).agent(one.by()), one.at(), Ages.between(one.at(), now), "", null, 1);
    }
}
