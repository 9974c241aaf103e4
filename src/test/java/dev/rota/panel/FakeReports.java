package dev.rota.panel;

import dev.rota.desk.Company;
import dev.rota.desk.Viewer;
import dev.rota.report.Asked;
import dev.rota.report.Backlog;
import dev.rota.report.ReportConfiguration;
import dev.rota.report.ResponseTimes;
import dev.rota.report.Waits;
import dev.rota.report.Waits.Kind;
import dev.rota.report.Waits.Wait;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the panel alone has of the past: two answers and a closing, at the end of each time that is asked about. */
@Configuration(proxyBeanMethods = false)
class FakeReports {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    @Bean
    Backlog backlog() {
        return new Backlog() {
            @Override
            public List<Point> count(Asked asked, List<Instant> instants, Viewer viewer) {
                return List.of(
                        new Point(instants.get(0), "support", 3, 2),
                        new Point(instants.get(0), "sales", 1, 4),
                        new Point(instants.get(1), "support", 9, 3),
                        new Point(instants.get(instants.size() - 1), "support", 2, 1));
            }

            @Override
            public List<Open> open(Asked asked, Instant at, boolean waiting, int most, Viewer viewer) {
                var since = at.minus(MINUTE.multipliedBy(7));
                return List.of(new Open(1, "20261124-000001", "support", waiting ? null : "ana", since));
            }
        };
    }

    @Bean
    Waits waits() {
        return (asked, viewer) -> List.of(
                wait(Kind.FIRST, "ana", 2, asked.to()),
                wait(Kind.NEXT, "ana", 9, asked.to()),
                wait(Kind.RESOLUTION, "rota", 30, asked.to()));
    }

    @Bean
    ResponseTimes responseTimes(Supplier<Company> company) {
        return new ReportConfiguration().responseTimes(company);
    }

    private static Wait wait(Kind kind, String by, int minutes, Instant end) {
        return new Wait(
                kind, 1, "20261124-000001", "vendas", "support", by, end.minus(MINUTE.multipliedBy(minutes)), end);
    }
}
