package dev.rota.downstream;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import dev.rota.desk.Company;
import dev.rota.desk.Rules;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What of each channel is to be done and what was given up, both ways, as metrics: the same from each engine. */
final class BacklogMetrics implements MeterBinder {

    private static final Duration FRESH = Duration.ofSeconds(10);
    private static final String DELIVERIES = "rota.deliveries";
    private static final String CALLBACKS = "rota.callbacks";

    /** What is under way is due as long as it is not done. */
    private static final String COUNTS =
            """
            SELECT 'rota.deliveries' AS figure, downstream, 'due' AS state, count(*) AS count
            FROM delivery WHERE state IN ('due', 'sending') GROUP BY downstream
            UNION ALL
            SELECT 'rota.deliveries', downstream, state, count(*)
            FROM delivery WHERE state IN ('parked', 'ambiguous') GROUP BY downstream, state
            UNION ALL
            SELECT 'rota.callbacks', downstream, CASE state WHEN 'parked' THEN state ELSE 'due' END, count(*)
            FROM callback GROUP BY 1, 2, 3
            """;

    private final Supplier<Company> company;
    private final LoadingCache<String, Map<Figure, Long>> counts;
    private final List<MeterRegistry> registries = new CopyOnWriteArrayList<>();

    BacklogMetrics(JdbcClient jdbc, Supplier<Company> company) {
        this.company = company;
        this.counts = Caffeine.newBuilder().expireAfterWrite(FRESH).build(all -> count(jdbc));
    }

    private record Figure(String name, String downstream, String state) {}

    @Override
    public void bindTo(MeterRegistry to) {
        registries.add(to);
        bind(to, company.get());
    }

    /** Channels that come with other rules have their figures from then on. */
    @EventListener
    void follow(Rules next) {
        registries.forEach(registry -> bind(registry, next.company()));
    }

    private void bind(MeterRegistry registry, Company of) {
        Channel.of(of).forEach(channel -> List.of("due", "parked", "ambiguous")
                .forEach(state -> bind(registry, new Figure(DELIVERIES, channel.downstream(), state))));
        of.downstreams().keySet().forEach(downstream -> List.of("due", "parked")
                .forEach(state -> bind(registry, new Figure(CALLBACKS, downstream, state))));
    }

    private void bind(MeterRegistry registry, Figure figure) {
        Gauge.builder(figure.name, () -> counts.get("all").getOrDefault(figure, 0L))
                .tag("downstream", figure.downstream)
                .tag("state", figure.state)
                .register(registry);
    }

    private static Map<Figure, Long> count(JdbcClient jdbc) {
        return jdbc
                .sql(COUNTS)
                .query((row, n) -> Map.entry(
                        new Figure(row.getString("figure"), row.getString("downstream"), row.getString("state")),
                        row.getLong("count")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
