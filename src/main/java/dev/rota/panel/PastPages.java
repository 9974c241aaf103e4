package dev.rota.panel;

import dev.rota.conversation.Archive;
import dev.rota.conversation.PastPage;
import dev.rota.conversation.Whole;
import dev.rota.desk.Company;
import dev.rota.desk.Viewer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What the pages show of all that was ever said, made of what the viewer may see. */
final class PastPages {

    private static final int FOUND = 30;
    private static final int SAID = 50;

    private final Archive archive;
    private final Supplier<Company> company;

    PastPages(Archive archive, Supplier<Company> company) {
        this.archive = archive;
        this.company = company;
    }

    /** What was found; when nothing was typed, nothing is looked for. */
    SearchView search(String q, @Nullable String cursor, Viewer viewer, Locale locale) {
        if (q.isBlank()) {
            return new SearchView(q, false, List.of(), null);
        }
        var page = archive.search(q, cursor, FOUND, viewer);
        var titles = new Titles(company.get());
        var hits = page.items().stream()
                .map(past -> SearchView.Hit.of(past, titles, locale))
                .toList();
        return new SearchView(q, cursor != null, hits, page.next());
    }

    /** A part of what was said with a customer; empty when the viewer may see nothing of it. */
    Optional<HistoryView> history(long customer, @Nullable String cursor, Viewer viewer, Locale locale) {
        return archive.history(customer, cursor, SAID, viewer)
                .map(page -> HistoryView.of(customer, cursor != null, page, new Titles(company.get()), locale));
    }

    /** The cursor of what was said with the customer before that conversation; null when that is nothing. */
    @Nullable
    String before(Whole whole, Viewer viewer) {
        var first = whole.messages().stream().mapToLong(Whole.Message::id).min();
        if (first.isEmpty()) {
            return null;
        }
        var cursor = PastPage.before(first.getAsLong());
        return archive.history(whole.summary().customer().id(), cursor, 1, viewer)
                .filter(page -> !page.items().isEmpty())
                .map(page -> cursor)
                .orElse(null);
    }
}
