package dev.rota.whatsapp;

import dev.rota.desk.Company;
import dev.rota.desk.Number;
import dev.rota.desk.Template;
import dev.rota.desk.WorkSource;
import dev.rota.desk.WorkThreads;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * Asks Meta for the templates of the company's accounts when they are due: an hour after the last time, and soon after news
 * of one. Which account a number belongs to its webhooks tell, else Meta.
 */
public final class TemplateQuestions implements WorkSource<GraphQuestion, GraphAnswer> {

    private static final Logger log = LoggerFactory.getLogger(TemplateQuestions.class);
    private static final long LOOK_EVERY_SECONDS = 5;
    private static final int MOST_PAGES = 200;
    private static final String FIELDS = "name,language,category,status,parameter_format,components";

    private final TemplateTable table;
    private final Accounts accounts;
    private final Supplier<Company> company;
    private final String version;
    private final Clock clock;
    private final Map<String, Instant> askAgain = new HashMap<>();
    private @Nullable ScheduledExecutorService watch;

    TemplateQuestions(TemplateTable table, Accounts accounts, Supplier<Company> company, String version, Clock clock) {
        this.table = table;
        this.accounts = accounts;
        this.company = company;
        this.version = version;
        this.clock = clock;
    }

    @Override
    public synchronized void start(Function<GraphQuestion, CompletableFuture<GraphAnswer>> work) {
        watch = Executors.newSingleThreadScheduledExecutor(WorkThreads.named("rota-templates"));
        var unused = watch.scheduleWithFixedDelay(() -> look(work), 1, LOOK_EVERY_SECONDS, TimeUnit.SECONDS);
    }

    @Override
    public synchronized void stop() {
        if (watch != null) {
            watch.shutdownNow();
        }
    }

    private void look(Function<GraphQuestion, CompletableFuture<GraphAnswer>> ask) {
        try {
            refresh(ask);
        } catch (DataAccessException | TransactionException e) {
            log.warn("templates wait: the database is away ({})", e.getClass().getSimpleName());
        } catch (RuntimeException e) {
            log.error(
                    "templates could not be fetched, and are tried again: {}",
                    e.getClass().getSimpleName(),
                    e);
        }
    }

    /** Fetches what is due. */
    void refresh(Function<GraphQuestion, CompletableFuture<GraphAnswer>> ask) {
        var now = company.get();
        var tokens = new HashMap<String, String>();
        var known = table.accounts();
        for (var number : now.numbers().values().stream()
                .sorted(Comparator.comparing(Number::name))
                .toList()) {
            var app = now.apps().get(number.app());
            var token = app == null ? null : app.token();
            var account = token == null ? null : account(number, token, known.get(number.id()), ask);
            if (account != null && token != null) {
                tokens.putIfAbsent(account, token);
            }
        }
        if (!tokens.isEmpty()) {
            table.claim(tokens.keySet()).forEach(account -> fetch(account, String.valueOf(tokens.get(account)), ask));
        }
    }

    private @Nullable String account(
            Number number,
            String token,
            @Nullable String known,
            Function<GraphQuestion, CompletableFuture<GraphAnswer>> ask) {
        var heard = accounts.seen().get(number.id());
        var account = heard == null ? known : heard;
        if (account == null && !clock.instant().isBefore(askAgain.getOrDefault(number.id(), Instant.MIN))) {
            account = owner(ask(ask, "/" + number.id(), "fields=health_status", token));
            askAgain.put(number.id(), clock.instant().plus(TemplateTable.AGAIN));
        }
        if (account != null && !account.equals(known)) {
            table.belongs(number.id(), account);
        }
        return account;
    }

    /** Meta tells the account among those whose health a number depends on. */
    private static @Nullable String owner(GraphAnswer answer) {
        for (var entity : answer.json().path("health_status").path("entities")) {
            if (Node.textOrEmpty(entity, "entity_type").equals("WABA")) {
                return Node.id(entity, "id");
            }
        }
        return null;
    }

    private void fetch(String account, String token, Function<GraphQuestion, CompletableFuture<GraphAnswer>> ask) {
        var templates = new ArrayList<Template>();
        var query = "fields=" + FIELDS + "&limit=100";
        @Nullable String after = "";
        for (var page = 0; page < MOST_PAGES && after != null; page++) {
            var from = after.isEmpty() ? "" : "&after=" + URLEncoder.encode(after, StandardCharsets.UTF_8);
            var answer = ask(ask, "/" + account + "/message_templates", query + from, token);
            if (!answer.isList()) {
                failed(account, answer.problem());
                return;
            }
            var read = TemplatePage.of(answer.json());
            templates.addAll(read.templates());
            after = read.after();
        }
        if (after != null) {
            failed(account, "Meta's list has more than " + MOST_PAGES + " pages");
            return;
        }
        table.keep(account, templates);
    }

    private void failed(String account, String problem) {
        if (table.failed(account, problem)) {
            log.warn("the templates of account {} could not be fetched: {}", account, problem);
        }
    }

    private GraphAnswer ask(
            Function<GraphQuestion, CompletableFuture<GraphAnswer>> ask, String path, String query, String token) {
        try {
            return ask.apply(new GraphQuestion("/" + version + path, query, token))
                    .join();
        } catch (CompletionException e) {
            log.debug("Meta could not be asked: {}", String.valueOf(e.getCause()));
            return GraphAnswer.NONE;
        }
    }
}
