package dev.rota.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rota.desk.Effects;
import dev.rota.desk.Heard;
import dev.rota.desk.Identity;
import dev.rota.desk.MessageStatus;
import dev.rota.desk.Profile;
import dev.rota.desk.Source;
import dev.rota.inquiry.Content;
import dev.rota.inquiry.Said;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Whatever the order in which events come, the end is the same. */
class OrderTest {

    private static final Instant NIGHT = Instant.parse("2026-11-24T23:30:00-03:00");

    private final Desk desk = new Desk();

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void five_things_that_a_customer_and_we_say_end_the_same_in_all_120_orders() {
        desk.clock.set(NIGHT);
        var ends = new TreeSet<String>();
        var orders = permutations(List.of(0, 1, 2, 3, 4));
        for (var n = 0; n < orders.size(); n++) {
            for (var each : orders.get(n)) {
                say("55119" + (10_000_000 + n), "w" + n + "-", each);
            }
            ends.add(end(desk.conversationOf("55119" + (10_000_000 + n))));
        }

        assertThat(orders).hasSize(120);
        assertThat(ends).hasSize(1);
        assertThat(ends.first())
                .contains("waiting sales", "caiu [👍] -> caiu a fibra", "olá (read)", "quero um plano", "Lia 4");
    }

    private void say(String from, String wamids, int each) {
        switch (each) {
            case 0 -> said(from, Source.CUSTOMER, wamids + 0, 0, new Content.Text("caiu"), null, "billing");
            case 1 ->
                said(
                        from,
                        Source.CUSTOMER,
                        wamids + 1,
                        1,
                        new Content.Edit(new Content.Text("caiu a fibra")),
                        wamids + 0,
                        "none");
            case 2 -> {
                said(from, Source.PHONE_APP, wamids + 2, 2, new Content.Text("olá"), null, "none");
                said(from, Source.PHONE_APP, wamids + 3, 3, new Content.Reaction("👍"), wamids + 0, "none");
            }
            case 3 -> said(from, Source.CUSTOMER, wamids + 4, 4, new Content.Text("quero um plano"), null, "sales");
            default -> desk.commit(new Heard.Progress(desk.event(), wamids + 2, MessageStatus.READ, NIGHT, null));
        }
    }

    private void said(
            String from,
            Source source,
            String wamid,
            int minute,
            Content content,
            @Nullable String about,
            String queue) {
        var said =
                new Said(wamid, content, NIGHT.minus(Duration.ofMinutes(10 - minute)), true, null, null, about, false);
        var profile = source.isCustomer() ? Profile.named("Lia " + minute) : Profile.NONE;
        desk.commit(desk.turn(
                new Heard.Message(
                        desk.event(),
                        source,
                        List.of(new Identity(Identity.Kind.WA_ID, from)),
                        List.of(),
                        profile,
                        said),
                queue));
    }

    /** What people see, without what is different in each talk: ids, and how often it moved on the way. */
    private String end(long conversation) {
        var whole = desk.whole(conversation);
        var summary = whole.summary();
        var lines = whole.messages().stream()
                .map(message -> message.text()
                        + reactions(message)
                        + edited(message)
                        + (message.status() == null ? "" : " (" + message.status() + ")"))
                .toList();
        return summary.status() + " " + summary.queue() + " " + lines + " " + summary.lastMessageAt() + " "
                + summary.windowClosesAt() + " " + summary.lastText() + " "
                + summary.customer().name();
    }

    private static String reactions(Whole.Message message) {
        var signs =
                message.marks().reactions().stream().map(Marks.Reaction::emoji).toList();
        return signs.isEmpty() ? "" : " " + signs;
    }

    private static String edited(Whole.Message message) {
        var edited = message.marks().edited();
        return edited == null ? "" : " -> " + edited.text();
    }

    @Test
    void six_statuses_with_duplicates_end_the_same_in_all_720_orders() {
        var statuses = List.of(
                MessageStatus.SENT,
                MessageStatus.SENT,
                MessageStatus.FAILED,
                MessageStatus.DELIVERED,
                MessageStatus.READ,
                MessageStatus.READ);
        var orders = permutations(List.of(0, 1, 2, 3, 4, 5));
        desk.hear("5511900000001", "oi", "support");
        for (var known = 0; known < 3; known++) {
            // Our message becomes known before all news, in the middle of them, or after all.
            for (var step = 0; step <= statuses.size(); step++) {
                if (step == known * 3) {
                    sent(known, orders.size());
                }
                if (step < statuses.size()) {
                    news(known, step, orders, statuses);
                }
            }
        }

        assertThat(orders).hasSize(720);
        assertThat(desk.whole(desk.conversationOf("5511900000001")).messages().stream()
                        .filter(message -> message.direction().equals("out"))
                        .map(Whole.Message::status))
                .hasSize(3 * 720)
                .containsOnly("read");
    }

    private void sent(int known, int count) {
        desk.jdbc
                .sql("INSERT INTO message (conversation, wamid, direction, type, text, at, status)"
                        + " SELECT (SELECT max(id) FROM conversation), :known || '-' || n, 'out', 'text', '', now(),"
                        + " 'queued' FROM generate_series(0, :count - 1) n")
                .param("known", known)
                .param("count", count)
                .update();
    }

    private void news(int known, int step, List<List<Integer>> orders, List<MessageStatus> statuses) {
        var group = new ArrayList<CompletableFuture<Void>>();
        for (var n = 0; n < orders.size(); n++) {
            Effects progress = new Heard.Progress(
                    desk.event(), known + "-" + n, statuses.get(orders.get(n).get(step)), NIGHT, null);
            group.add(desk.ledger.commit(progress));
        }
        group.forEach(CompletableFuture::join);
    }

    private static List<List<Integer>> permutations(List<Integer> items) {
        if (items.isEmpty()) {
            return List.of(List.of());
        }
        var all = new ArrayList<List<Integer>>();
        for (var first : items) {
            var rest = new ArrayList<>(items);
            rest.remove((Object) first);
            for (var tail : permutations(rest)) {
                var order = new ArrayList<>(Collections.singletonList(first));
                order.addAll(tail);
                all.add(order);
            }
        }
        return all;
    }
}
