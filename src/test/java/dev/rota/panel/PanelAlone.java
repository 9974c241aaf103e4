package dev.rota.panel;

import dev.rota.access.AccessConfiguration;
import dev.rota.config.Problem;
import dev.rota.conversation.Answering;
import dev.rota.conversation.Archive;
import dev.rota.conversation.Attention;
import dev.rota.conversation.Feed;
import dev.rota.conversation.Moves;
import dev.rota.conversation.Notices;
import dev.rota.conversation.SharedLists;
import dev.rota.database.TestDatabase;
import dev.rota.desk.Company;
import dev.rota.desk.Role;
import dev.rota.desk.Template;
import dev.rota.desk.TemplateList;
import dev.rota.desk.Templates;
import dev.rota.desk.Viewer;
import dev.rota.downstream.OpenCircuits;
import dev.rota.flow.rules.Proposal;
import dev.rota.flow.rules.RuleHistory;
import dev.rota.flow.rules.RuleReport;
import dev.rota.flow.rules.RuleReports;
import dev.rota.flow.rules.Swap;
import dev.rota.journal.Balances;
import dev.rota.journal.LedgerFigures;
import dev.rota.journal.Parked;
import dev.rota.media.MediaFolders;
import dev.rota.media.Uploads;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.PropertyPlaceholderAutoConfiguration;
import org.springframework.boot.autoconfigure.http.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.autoconfigure.jackson.JacksonAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcClientAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcTemplateAutoConfiguration;
import org.springframework.boot.autoconfigure.security.servlet.SecurityAutoConfiguration;
import org.springframework.boot.autoconfigure.security.servlet.SecurityFilterAutoConfiguration;
import org.springframework.boot.autoconfigure.session.SessionAutoConfiguration;
import org.springframework.boot.autoconfigure.thymeleaf.ThymeleafAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.DispatcherServletAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.HttpEncodingAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.MultipartAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.ServletWebServerFactoryAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.WebMvcAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.error.ErrorMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The panel without the engine: conversations in memory, all else as it is. Run {@code main} to look at it. */
@SpringBootConfiguration(proxyBeanMethods = false)
@ComponentScan(basePackageClasses = PanelConfiguration.class)
@Import(AccessConfiguration.class)
@ImportAutoConfiguration({
    PropertyPlaceholderAutoConfiguration.class,
    JacksonAutoConfiguration.class,
    HttpMessageConvertersAutoConfiguration.class,
    ServletWebServerFactoryAutoConfiguration.class,
    DispatcherServletAutoConfiguration.class,
    HttpEncodingAutoConfiguration.class,
    WebMvcAutoConfiguration.class,
    MultipartAutoConfiguration.class,
    ErrorMvcAutoConfiguration.class,
    ThymeleafAutoConfiguration.class,
    SecurityAutoConfiguration.class,
    SecurityFilterAutoConfiguration.class,
    SessionAutoConfiguration.class,
    JdbcTemplateAutoConfiguration.class,
    JdbcClientAutoConfiguration.class,
    DataSourceTransactionManagerAutoConfiguration.class
})
class PanelAlone {

    private static final Viewer BIA = new Viewer("bia", "Bia Nunes", Role.AGENT, Set.of("sales"));
    private static final Viewer ANA = new Viewer("ana", "Ana Prado", Role.AGENT, Set.of("support"));

    public static void main(String[] words) {
        var application = new SpringApplication(PanelAlone.class);
        application.setAdditionalProfiles("demo");
        var desk = application
                .run("--server.port=8099", "--server.shutdown=immediate")
                .getBean(FakeDesk.class);
        desk.arrives(
                "Maria Aparecida de Souza", "Boa noite, minha internet caiu de novo e preciso trabalhar amanhã cedo");
        desk.arrives(null, "Quero a segunda via do boleto");
        desk.arrives("<script>alert(1)</script>", "<img src=x onerror=alert(1)> ${7*7}");
        var taken = desk.arrives("João Lima", "Oi! Vocês têm fibra na Rua das Flores?");
        desk.claim(taken, 1, ANA);
        desk.reply(
                taken,
                Answering.text(
                        2,
                        null,
                        "Oi João, aqui é a Ana. Temos sim: 600 mega por R$ 99,90.\nQuer agendar a instalação?"),
                ANA);
        desk.claim(desk.arrives("Carla Dias", "Quero cancelar"), 1, BIA);
        desk.close(desk.arrives("Pedro Alves", "Obrigado, resolvido!"), 1, ANA);
    }

    @Bean
    DataSource dataSource() {
        return TestDatabase.fresh();
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    Supplier<Company> company() {
        var known = FakeDesk.COMPANY.with(FakeSwitchovers.plan());
        return () -> known;
    }

    /** One number of which nothing has come, and an id that no file names. */
    @Bean
    Balances balances(Clock clock) {
        var stranger = new LedgerFigures.OfNumber("999", 3, 1, 1, 2, 0, 0, clock.instant());
        var figures = new LedgerFigures(3, 1, 2, 0, 0, List.of(stranger));
        return new Balances(() -> figures, () -> FakeDesk.COMPANY, clock, Duration.ofHours(24));
    }

    @Bean
    Notices notices(Clock clock) {
        return most ->
                List.of(new Notices.Notice("account_update", "the account is under review", "vendas", clock.instant()));
    }

    /** Rules of which one file has been refused, and what they moved. */
    @Bean
    RuleReports ruleReports(Clock clock) {
        var swap = new Swap(7, "0123456789ab", clock.instant(), "engine-1");
        var problem = new Problem("config/teams.yaml", 3, "unknown key 'agnts'; expected agents, teams");
        var refused = new Proposal("engine-1", "ba9876543210", clock.instant(), List.of(problem));
        return () ->
                new RuleReport(swap, List.of(), List.of(refused), List.of("routes/10-receive.camel.yaml"), List.of());
    }

    /** What was refused and mended before, by another engine. */
    @Bean
    RuleHistory ruleHistory(Clock clock) {
        var problem = new Problem(
                "routes/triage/queue.camel.yaml", 12, "no queue is called 'on-cal'; did you mean 'on-call'?");
        var now = clock.instant();
        return new RuleHistory() {
            @Override
            public List<Refused> refused(int most) {
                return List.of(new Refused("engine-2", "fedcba987654", now.minusSeconds(900), List.of(problem), now));
            }

            @Override
            public List<Swap> swaps(int most) {
                return List.of(
                        new Swap(7, "0123456789ab", now, "engine-1"), new Swap(6, "aaaa56789abc", now, "engine-2"));
            }

            @Override
            public List<String> names(String hash) {
                return List.of("config/teams.yaml", "routes/triage/queue.camel.yaml");
            }
        };
    }

    @Bean
    Moves moves(Clock clock) {
        return new Moves() {
            @Override
            public int count(long swap, Viewer viewer) {
                return 1;
            }

            @Override
            public List<Move> latest(long swap, int most, Viewer viewer) {
                return List.of(new Move(
                        1, "20261124-000001", "moved", "support", "sales", "the rules were changed", clock.instant()));
            }
        };
    }

    /** One template, which one number may send. */
    @Bean
    Templates templates(Clock clock) {
        var gap = new Template.Gap(Template.Gap.Part.BODY, "1", false, 0);
        var visit = new Template("visita", "pt_BR", "UTILITY", "APPROVED", "Olá {{1}}", List.of(gap), null);
        var picture = new Template("foto", "pt_BR", "UTILITY", "APPROVED", "Veja", List.of(), "has a header");
        return new Templates() {
            @Override
            public TemplateList of(String number) {
                return new TemplateList(clock.instant(), null, List.of(visit, picture));
            }

            @Override
            public void outdated() {
                throw new UnsupportedOperationException();
            }
        };
    }

    @Bean
    OpenCircuits openCircuits(JdbcClient jdbc) {
        return new OpenCircuits(jdbc);
    }

    @Bean
    Parked parked(JdbcClient jdbc) {
        return new Parked("alone", jdbc);
    }

    @Bean
    Archive archive(FakeDesk desk) {
        return new FakeArchive(desk);
    }

    @Bean
    Seen attention() {
        return new Seen();
    }

    /** Who was seen to read or to type. */
    static final class Seen implements Attention {

        final List<String> signs = new CopyOnWriteArrayList<>();

        @Override
        public void reads(long conversation, Viewer by) {
            signs.add(by.name() + " reads " + conversation);
        }

        @Override
        public void types(long conversation, Viewer by) {
            signs.add(by.name() + " types to " + conversation);
        }
    }

    @Bean
    Feed feed(JdbcClient jdbc) {
        return new Feed(jdbc);
    }

    @Bean
    SharedLists sharedLists(FakeDesk desk, Feed feed, Supplier<Company> company) {
        return new SharedLists(desk, feed::head, company);
    }

    @Bean
    FakeSwitchovers switchovers(Clock clock) {
        return new FakeSwitchovers(clock);
    }

    @Bean
    Uploads uploads() {
        return MediaFolders.uploads();
    }

    @Bean
    FakeFiles sentFiles(FakeDesk desk) {
        return new FakeFiles(desk);
    }

    @Bean
    FakeDesk fakeDesk(Clock clock, JdbcClient jdbc) {
        return new FakeDesk(clock.instant(), id -> jdbc.sql("INSERT INTO feed (conversation) VALUES (:id)")
                .param("id", id)
                .update());
    }
}
