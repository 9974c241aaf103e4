package dev.rota.bench;

import dev.rota.cli.EngineApplication;
import dev.rota.desk.Company;
import dev.rota.desk.Number;
import dev.rota.flow.http.VertxHttpEngine;
import dev.rota.routing.Triage;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.ResolvableType;
import org.springframework.jdbc.core.JdbcTemplate;

/** A whole engine with an embedded PostgreSQL, started for a run and ended after it. */
final class BenchEngine implements AutoCloseable {

    private final ConfigurableApplicationContext context;
    private final String secret;

    private BenchEngine(ConfigurableApplicationContext context, String secret) {
        this.context = context;
        this.secret = secret;
    }

    /**
     * Starts an engine on ports that are free.
     *
     * @param helpdesk the port of the helpdesk that it tells
     * @param loudest the level of log lines that still reach the console
     */
    static BenchEngine start(BenchFolder folder, Path routes, int helpdesk, String loudest) {
        var secret = UUID.randomUUID().toString();
        var settings = Map.ofEntries(
                Map.entry("spring.config.location", "classpath:/"),
                Map.entry("logging.threshold.console", loudest),
                Map.entry("logging.level.dev.rota", "warn"),
                Map.entry("logging.level.io.vertx.core.impl.BlockedThreadChecker", "error"), // full load is the point
                Map.entry("ROTA_PORT", "0"),
                Map.entry("ROTA_WEBHOOK_PORT", "0"),
                Map.entry("ROTA_MANAGEMENT_PORT", "0"),
                Map.entry("ROTA_BIND", "127.0.0.1"),
                Map.entry("ROTA_ENGINE", "bench"),
                Map.entry("ROTA_DATABASE_URL", ""),
                Map.entry("ROTA_DATA_DIR", folder.data().toString()),
                Map.entry("ROTA_CONFIG_DIR", folder.company().toString()),
                Map.entry("ROTA_ROUTES_DIR", routes.toAbsolutePath().toString()),
                Map.entry("ROTA_WHATSAPP_APP_SECRETS", secret),
                Map.entry("ROTA_WHATSAPP_ACCESS_TOKEN", secret),
                Map.entry("ROTA_WHATSAPP_VERIFY_TOKEN", secret),
                Map.entry("ROTA_HELPDESK_URL", "http://127.0.0.1:" + helpdesk + "/tickets"),
                Map.entry("ROTA_HELPDESK_SECRET", secret));
        var words = settings.entrySet().stream()
                .flatMap(setting -> Stream.of(setting.getKey(), property(setting.getKey()))
                        .distinct()
                        .map(name -> "--" + name + "=" + setting.getValue())) // they beat the environment
                .toArray(String[]::new);
        return new BenchEngine(new SpringApplication(EngineApplication.class).run(words), secret);
    }

    /** Where webhooks go. */
    Target door() {
        return new Target(context.getBean(VertxHttpEngine.class).getServerPort(), "/webhooks/whatsapp");
    }

    /** What signs them. */
    String secret() {
        return secret;
    }

    /** The company's numbers, always in the same order. */
    List<Number> numbers() {
        var type = ResolvableType.forClassWithGenerics(Supplier.class, Company.class);
        var company =
                context.<Supplier<Company>>getBeanProvider(type).getObject().get();
        return company.numbers().values().stream()
                .sorted(Comparator.comparing(Number::name))
                .toList();
    }

    Triage triage() {
        return context.getBean(Triage.class);
    }

    /** The engine's own database. */
    JdbcTemplate database() {
        return context.getBean(JdbcTemplate.class);
    }

    @Override
    public void close() {
        context.close();
    }

    /** The property that Spring also reads from the variable of that name, whatever stands in a file. */
    private static String property(String variable) {
        return variable.startsWith("ROTA_")
                ? variable.toLowerCase(Locale.ROOT).replace('_', '-').replaceFirst("-", ".")
                : variable;
    }
}
