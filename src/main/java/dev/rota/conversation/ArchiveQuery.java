package dev.rota.conversation;

import dev.rota.desk.Company;
import dev.rota.desk.Sight;
import dev.rota.desk.Viewer;
import dev.rota.search.Excerpt;
import dev.rota.search.Query;
import dev.rota.search.Unsearchable;
import dev.rota.search.Unsearchable.Fault;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The archive, read from the ledger and from the words of its messages. */
final class ArchiveQuery implements Archive {

    private final JdbcClient database;
    private final MessageQuery messages;
    private final Supplier<Company> company;

    ArchiveQuery(JdbcClient database, Supplier<Company> company) {
        this.database = database;
        this.messages = new MessageQuery(database);
        this.company = company;
    }

    @Override
    public Page<Past> search(String typed, @Nullable String cursor, int limit, Viewer viewer) {
        var spot = Spot.of(cursor, Spot.Way.FOUND);
        var query = Query.of(typed);
        var now = company.get();
        var wanted = new Wanted(query, Sight.of(viewer, now), now);
        var ids = ids(query, wanted, typed, spot.message(), limit);
        var found = marked(rows(ids.items(), now)).stream()
                .map(past -> past.with(Excerpt.of(past.message().text(), query.terms())))
                .toList();
        return new Page<>(found, ids.next());
    }

    private Page<Long> ids(Query query, Wanted wanted, String typed, long before, int limit) {
        if (query.isOfFew()) {
            var few = new FewSearch(database, query);
            var conversations = few.conversations(wanted.condition(), wanted.parameters());
            if (conversations.isPresent()) {
                return few.before(before, limit, conversations.get());
            }
        }
        if (query.terms().isEmpty()) {
            throw new Unsearchable(Fault.WIDE, typed.strip());
        }
        return new WordSearch(database, query.terms(), wanted.condition(), wanted.parameters()).before(before, limit);
    }

    @Override
    public Optional<PastPage> history(long customer, @Nullable String cursor, int limit, Viewer viewer) {
        var spot = Spot.of(cursor, Spot.Way.OLDER);
        var now = company.get();
        var history = new HistoryQuery(database, customer, Sight.of(viewer, now));
        if (!history.exists()) {
            return Optional.empty();
        }
        var ids = history.page(spot, limit);
        var rows = rows(ids.items(), now);
        var newest = ids.items().isEmpty() ? newest(spot) : ids.items().get(0);
        return Optional.of(new PastPage(folded(rows), ids.next(), new Spot(Spot.Way.NEWER, newest).text()));
    }

    /** Where to go on from a page that holds nothing. */
    private static long newest(Spot spot) {
        return spot.way() == Spot.Way.NEWER ? spot.message() : 0;
    }

    private List<Past> rows(List<Long> ids, Company now) {
        return database.sql(PastRow.SQL)
                .param("ids", Unnest.bigints(ids, id -> id))
                .query(new PastRow(new SummaryRow(now)))
                .list();
    }

    /** Those that do something to others of the page stand on these. */
    private List<Past> folded(List<Past> rows) {
        return with(rows, Folding.fold(said(rows), elsewhere(rows)));
    }

    /** Each stays, whatever it is about. */
    private List<Past> marked(List<Past> rows) {
        return with(rows, Folding.mark(said(rows), elsewhere(rows)));
    }

    private List<Whole.Message> elsewhere(List<Past> rows) {
        return messages.about(
                said(rows), rows.stream().map(past -> past.conversation().id()).toList());
    }

    private static List<Whole.Message> said(List<Past> rows) {
        return rows.stream().map(Past::message).toList();
    }

    private static List<Past> with(List<Past> rows, List<Whole.Message> marked) {
        Map<Long, Past> byId =
                rows.stream().collect(Collectors.toMap(past -> past.message().id(), past -> past));
        return marked.stream()
                .flatMap(
                        message -> Optional.ofNullable(byId.get(message.id())).map(past -> past.with(message)).stream())
                .toList();
    }
}
