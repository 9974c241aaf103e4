package dev.rota.panel;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import dev.rota.conversation.Answering;
import dev.rota.desk.Role;
import dev.rota.desk.Viewer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is written at the desk, in a real browser: it is not lost, sent once, and never sent elsewhere. */
class WritingIT extends InABrowser {

    private static final Viewer OTTO = new Viewer("otto", "Otto", Role.SUPERVISOR, Set.of("support"));

    @Autowired
    JdbcClient jdbc;

    @Test
    void a_session_that_ends_in_the_middle_of_an_answer_takes_nothing_with_it() {
        var id = desk.arrives("Maria Souza", "minha internet caiu");
        desk.claim(id, 1, ANA);
        var page = page("ana", "/conversations/" + id);
        page.locator("#text").fill("Já vamos ver");
        page.locator("#compose-more summary").click();
        page.locator("#parameters").fill("um");
        page.locator("#buttons").fill("Sim");
        jdbc.sql("DELETE FROM spring_session").update();

        page.locator("#command-note").evaluate("button => button.click()");

        assertThat(page.locator("#composer .expired")).containsText("Nothing that you typed is lost");
        assertThat(page.locator("#composer .expired")).isVisible();
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "screenshots", "desk-expired.png")));
        assertThat(page.locator("#text")).hasValue("Já vamos ver");
        assertThat(page.locator("#parameters")).hasValue("um");

        var tab = page.context().newPage();
        Visits.login(tab, port, "ana", "/");
        page.evaluate("() => window.dispatchEvent(new Event('focus'))");
        assertThat(page.locator("#composer .expired")).isHidden();
        assertThat(page.locator("#live")).hasAttribute("data-state", "live");
        assertThat(page.locator("#buttons")).hasValue("Sim");
        page.locator("#command-reply").click();
        assertThat(page.locator("#thread")).containsText("Já vamos ver");
        assertThat(page.locator("#text")).hasValue("");
    }

    @Test
    void what_is_written_waits_in_its_conversation_and_the_row_says_so() {
        var one = desk.arrives("Maria Souza", "minha internet caiu");
        desk.arrives("João Lima", "oi");
        var page = page("ana", "/conversations/" + one);
        page.locator("#text").fill("Bom dia");

        page.locator("#row-2").click();
        assertThat(page.locator("#conversation h1")).hasText("João Lima");
        assertThat(page.locator("#text")).hasValue("");
        assertThat(page.locator("#row-2")).hasAttribute("aria-current", "true");
        assertThat(page.locator("#row-1 .draft")).isVisible();
        assertThat(page.locator("#row-2 .draft")).isHidden();

        page.locator("#row-1").click();
        assertThat(page.locator("#text")).hasValue("Bom dia");
    }

    @Test
    void an_answer_that_got_lost_on_its_way_back_is_sent_once() {
        var id = desk.arrives("Maria Souza", "minha internet caiu");
        desk.claim(id, 1, ANA);
        var page = page("ana", "/conversations/" + id);
        page.route("**/reply", route -> {
            route.fetch();
            route.abort();
        });

        page.locator("#text").fill("Já vamos ver");
        page.locator("#command-reply").click();

        assertThat(page.locator("#thread")).containsText("Já vamos ver");
        assertThat(page.locator("#text")).hasValue("");
        assertThat(page.locator("#row-1 .draft")).isHidden();
    }

    @Test
    void an_answer_that_did_not_get_through_stays_and_the_page_says_so() {
        var id = desk.arrives("Maria Souza", "minha internet caiu");
        desk.claim(id, 1, ANA);
        var page = page("ana", "/conversations/" + id);
        page.route("**/reply", route -> route.abort());

        page.locator("#text").fill("Já vamos ver");
        page.locator("#command-reply").click();
        assertThat(page.locator("#notice[role=alert]")).containsText("not known whether your reply was sent");
        assertThat(page.locator("#text")).hasValue("Já vamos ver");

        page.unroute("**/reply");
        page.locator("#command-reply").click();
        assertThat(page.locator("#thread")).containsText("Já vamos ver");
        assertThat(page.locator("#text")).hasValue("");
    }

    @Test
    void what_is_sent_again_before_the_page_knows_that_it_got_through_is_sent_once() {
        var page = unsure(Route::fetch);

        page.unroute("**/reply");
        page.locator("#command-reply").click();

        assertThat(page.locator("#text")).hasValue("");
        assertThat(page.locator("#thread .message.out")).hasCount(1);
        assertThat(page.locator("#notice")).hasText("");
        page.locator("#text").fill("Mais alguma coisa?");
        page.locator("#command-reply").click();
        assertThat(page.locator("#thread .message.out")).hasCount(2);
    }

    @Test
    void what_is_sent_again_and_refused_for_another_answer_may_be_sent_then() {
        var page = unsure(route -> desk.reply(1, Answering.text(2, null, "Estou vendo"), OTTO));

        page.unroute("**/reply");
        page.locator("#command-reply").click();

        assertThat(page.locator("#notice")).containsText("A reply went out");
        assertThat(page.locator("#text")).hasValue("Já vamos ver");
        page.locator("#command-reply").click();
        assertThat(page.locator("#thread .message.out")).hasCount(2);
    }

    @Test
    void who_comes_back_before_the_answer_does_cannot_send_it_beside_itself() {
        var late = new ArrayList<Runnable>();
        var page = backBeforeTheAnswer(
                (route, answer) -> late.add(() -> route.fulfill(new Route.FulfillOptions().setResponse(answer))));

        page.locator("#command-reply").click();
        late.forEach(Runnable::run);

        assertThat(page.locator("#text")).hasValue("");
        assertThat(page.locator("#thread .message.out")).hasCount(1);
        Assertions.assertThat(late).hasSize(1);
    }

    @Test
    void who_sees_what_was_sent_is_left_in_no_doubt_by_a_lost_answer() {
        var late = new ArrayList<Runnable>();
        var page = backBeforeTheAnswer((route, answer) -> late.add(route::abort));
        page.route("**/parts*", route -> {});

        late.forEach(Runnable::run);

        assertThat(page.locator("#text")).hasValue("");
        assertThat(page.locator("#notice")).hasText("");
    }

    /** A page on which somebody has answered, left and come back, and sees the answer before the page has heard of it. */
    private Page backBeforeTheAnswer(BiConsumer<Route, APIResponse> answers) {
        var id = desk.arrives("Maria Souza", "minha internet caiu");
        desk.arrives("João Lima", "oi");
        desk.claim(id, 1, ANA);
        var page = page("ana", "/conversations/" + id + "?tab=mine");
        page.route("**/reply", route -> answers.accept(route, route.fetch()));
        page.locator("#text").fill("Já vamos ver");
        page.locator("#command-reply").click();
        page.locator("#tab-waiting").click();
        page.locator("#row-2").click();
        assertThat(page.locator("#conversation h1")).hasText("João Lima");
        page.locator("#tab-mine").click();
        page.locator("#row-1").click();
        assertThat(page.locator("#thread .message.out")).hasCount(1);
        assertThat(page.locator("#text")).hasValue("Já vamos ver");
        return page;
    }

    @Test
    void a_reason_to_send_it_anyway_is_given_once() {
        var id = desk.arrives("Maria Souza", "minha internet caiu");
        desk.claim(id, 1, ANA);
        var page = page("otto", "/conversations/" + id + "?tab=team");
        page.route("**/parts*", route -> {});
        page.route("**/reply", Route::abort);
        page.locator("#text").fill("Já vamos ver");
        page.locator("#anyway").fill("Ana is at lunch");

        page.locator("#command-reply").click();

        assertThat(page.locator("#notice[role=alert]")).containsText("not known whether your reply was sent");
        assertThat(page.locator("#anyway")).hasValue("");
    }

    /** A page on which no answer came to what was sent, and which can't look either. */
    private Page unsure(Consumer<Route> before) {
        var id = desk.arrives("Maria Souza", "minha internet caiu");
        desk.claim(id, 1, ANA);
        var page = page("ana", "/conversations/" + id);
        page.route("**/parts*", route -> {});
        page.route("**/reply", route -> {
            before.accept(route);
            route.abort();
        });
        page.locator("#text").fill("Já vamos ver");
        page.locator("#command-reply").click();
        assertThat(page.locator("#notice[role=alert]")).containsText("not known whether your reply was sent");
        return page;
    }

    @Test
    void what_is_answered_late_is_not_of_the_conversation_that_was_opened_meanwhile() {
        var id = desk.arrives("Maria Souza", "minha internet caiu");
        desk.arrives("João Lima", "oi");
        desk.claim(id, 1, ANA);
        var page = page("ana", "/conversations/" + id + "?tab=team");
        var late = new ArrayList<Route>();
        page.route("**/conversations/1/reply", late::add);
        page.locator("#text").fill("Já vamos ver");
        page.locator("#command-reply").click();
        page.locator("#tab-waiting").click();
        page.locator("#row-2").click();
        assertThat(page.locator("#conversation h1")).hasText("João Lima");
        page.locator("#text").fill("Bom dia");

        desk.claim(id, 2, OTTO);
        late.forEach(Route::resume);

        assertThat(page.locator("#alarm[role=alert]")).containsText("was not sent");
        assertThat(page.locator("#conversation h1")).hasText("João Lima");
        assertThat(page.locator("#thread")).not().containsText("minha internet caiu");
        assertThat(page.locator("#text")).hasValue("Bom dia");
    }
}
