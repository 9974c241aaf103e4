package dev.rota.panel;

import dev.rota.conversation.Archive;
import dev.rota.conversation.Page;
import dev.rota.conversation.Past;
import dev.rota.conversation.PastPage;
import dev.rota.conversation.Whole;
import dev.rota.desk.Viewer;
import dev.rota.search.Excerpt;
import dev.rota.search.Query;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What was said on a desk in memory, found by the text as it stands. */
record FakeArchive(FakeDesk desk) implements Archive {

    @Override
    public Page<Past> search(String typed, @Nullable String cursor, int limit, Viewer viewer) {
        var terms = Query.of(typed).terms();
        var found = said(cursor)
                .map(past -> past.with(Excerpt.of(past.message().text(), terms)))
                .filter(past ->
                        past.excerpt() != null && past.excerpt().stream().anyMatch(Excerpt.Part::found))
                .limit(limit + 1L)
                .toList();
        return Page.of(found, limit, last -> PastPage.before(last.message().id()));
    }

    /** The fake customer of every conversation is one and the same. */
    @Override
    public Optional<PastPage> history(long customer, @Nullable String cursor, int limit, Viewer viewer) {
        var page = Page.of(
                said(cursor).limit(limit + 1L).toList(),
                limit,
                last -> PastPage.before(last.message().id()));
        return Optional.of(new PastPage(page.items(), page.next(), "newer"));
    }

    private Stream<Past> said(@Nullable String cursor) {
        var before = cursor == null ? Long.MAX_VALUE : message(cursor);
        return desk.all().stream()
                .flatMap(whole -> whole.messages().stream().map(message -> past(whole, message)))
                .filter(past -> past.message().id() < before)
                .sorted(Comparator.comparingLong((Past past) -> past.message().id())
                        .reversed());
    }

    private static long message(String cursor) {
        var text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
        return Long.parseLong(text.replaceAll("\\D", ""));
    }

    private static Past past(Whole whole, Whole.Message message) {
        var summary = whole.summary();
        return new Past(
                message,
                new Past.Conversation(
                        summary.id(),
                        summary.protocol(),
                        summary.number(),
                        summary.customer(),
                        summary.status(),
                        summary.queue(),
                        summary.requestType(),
                        summary.owner(),
                        summary.openedAt(),
                        summary.closedAt()),
                null);
    }
}
