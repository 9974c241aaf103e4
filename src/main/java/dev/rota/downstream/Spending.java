package dev.rota.downstream;

import dev.rota.desk.Company;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Charges capped downstreams for the requests of an errand. Its lease has paid for the first; what the others have used up
 * keeps back the deliveries that come next, so that the cap holds though nobody knows before how many an errand takes.
 */
final class Spending implements Errands.Bill {

    private static final Logger LOG = LoggerFactory.getLogger(Spending.class);

    private static final String CHARGE =
            """
            UPDATE budget SET spent_until = greatest(spent_until, :now) + :requests * :pause * interval '1 second'
            WHERE downstream = :downstream
            """;

    private final JdbcClient jdbc;
    private final Supplier<Company> company;
    private final Clock clock;

    Spending(JdbcClient jdbc, Supplier<Company> company, Clock clock) {
        this.jdbc = jdbc;
        this.company = company;
        this.clock = clock;
    }

    @Override
    public void charge(String downstream, int requests) {
        var known = company.get().downstreams().get(downstream);
        if (known == null || known.cap() == null) {
            return;
        }
        try {
            jdbc.sql(CHARGE)
                    .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                    .param("requests", requests)
                    .param("pause", known.cap().pause().toNanos() / 1e9)
                    .param("downstream", downstream)
                    .update();
        } catch (DataAccessException e) {
            LOG.warn(
                    "{}: {} requests are not counted ({})",
                    downstream,
                    requests,
                    e.getClass().getSimpleName());
        }
    }
}
