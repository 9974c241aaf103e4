package dev.rota.whole;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.TimeoutError;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** One person before the desk, who does whatever comes to their mind, by mouse and by keyboard. */
final class Seat implements Screen.Server {

    private static final double PATIENCE_MS = 1500;
    private static final List<String> FILTERS = List.of("Zebedeu", "zebedeu 3", "9712", "nobody of that name");

    /** What may be done, and how often it comes to one's mind. */
    enum Deed {
        OPEN(10),
        TAKE(10),
        ANSWER(10),
        ANSWER_TWICE_AT_ONCE(2),
        NOTE(2),
        PEEK(3),
        POINT(4),
        WALK(2),
        LEAVE_ALONE(2),
        LOOK_ELSEWHERE(2),
        LOOK_AT_OWN(1),
        FILTER(1),
        FILTER_NO_MORE(3),
        SHOW_NEW(8),
        ASSIGN(3),
        MOVE(1),
        RELEASE(2),
        CLOSE(1),
        REOPEN(2);

        private final int often;

        Deed(int often) {
            this.often = often;
        }

        static Deed any(Random random) {
            var all = Arrays.stream(values())
                    .flatMap(deed -> Collections.nCopies(deed.often, deed).stream())
                    .toList();
            return all.get(random.nextInt(all.size()));
        }
    }

    final String name;
    final Page page;
    final Wire wire;
    private final Random random;
    private int answers;

    Seat(String name, Page page, Wire wire, Random random) {
        this.name = name;
        this.page = page;
        this.wire = wire;
        this.random = random;
        page.setDefaultTimeout(PATIENCE_MS);
    }

    /** Whether that could be done as things are. */
    boolean tries(Deed deed) {
        try {
            return does(deed);
        } catch (TimeoutError somethingElseCameBetween) {
            return false;
        }
    }

    private boolean does(Deed deed) {
        return switch (deed) {
            case OPEN -> press(any(".row"));
            case TAKE -> press(page.locator("#command-claim"));
            case ANSWER -> answers(1);
            case ANSWER_TWICE_AT_ONCE -> answers(2);
            case NOTE -> writes("nota %s %d".formatted(name, ++answers)) && press(page.locator("#command-note"));
            case PEEK -> focus(any(".row")) && key("o");
            case POINT -> point(any(".row"));
            case WALK -> typesNothing() && key(random.nextBoolean() ? "j" : "k");
            case LEAVE_ALONE -> leaveAlone();
            case LOOK_ELSEWHERE -> look(any(".tabs a"));
            case LOOK_AT_OWN -> look(page.locator("#tab-mine"));
            case FILTER -> filter(FILTERS.get(random.nextInt(FILTERS.size())));
            case FILTER_NO_MORE -> !page.locator("#q").inputValue().isEmpty() && filter("");
            case SHOW_NEW -> look(page.locator("#held"));
            case ASSIGN -> gives("#agent");
            case MOVE -> gives("#queue");
            case RELEASE -> press(page.locator("#command-release"));
            case CLOSE -> press(page.locator("#command-close"));
            case REOPEN -> press(page.locator("#command-reopen"));
        };
    }

    /** Takes the pointer and the focus off the list. */
    boolean leaveAlone() {
        page.mouse().move(600, 5);
        page.locator("#conversation").focus();
        return true;
    }

    /** In a field the key would be a letter, and two answers of that letter are one answer twice to whoever compares texts. */
    private boolean typesNothing() {
        page.evaluate("document.activeElement.closest('input, textarea, select') && document.activeElement.blur()");
        return true;
    }

    /** Nothing is typed any more that narrows the list. */
    boolean filter(String text) {
        page.locator("#q").fill(text);
        return true;
    }

    private boolean answers(int times) {
        var text = page.locator("#text");
        if (text.count() == 0 || !page.locator("#command-reply").isEnabled()) {
            return false;
        }
        // What came back unsaid is said again as it stands: nobody writes it anew.
        if (text.inputValue().isBlank() || text.inputValue().startsWith("nota")) {
            text.fill("resposta %s %d".formatted(name, ++answers));
        }
        text.focus();
        for (var n = 0; n < times; n++) {
            page.keyboard().press("Control+Enter");
        }
        return true;
    }

    private boolean writes(String text) {
        if (page.locator("#text").count() == 0) {
            return false;
        }
        if (page.locator("#text").inputValue().isBlank()) {
            page.locator("#text").fill(text);
        }
        return true;
    }

    private boolean gives(String field) {
        var choice = page.locator(field);
        if (choice.count() == 0) {
            return false;
        }
        page.evaluate("document.querySelectorAll('#give').forEach((give) => { give.open = true; })");
        var options = choice.locator("option").all();
        if (options.isEmpty()) { // it went meanwhile
            return false;
        }
        choice.selectOption(options.get(random.nextInt(options.size())).getAttribute("value"));
        return press(choice.locator("xpath=ancestor::form").locator("button"));
    }

    private boolean look(Locator at) {
        if (at.count() == 0 || !at.first().isVisible()) {
            return false;
        }
        at.first().click();
        return true;
    }

    private boolean press(Locator button) {
        if (button.count() == 0 || !button.first().isEnabled()) {
            return false;
        }
        button.first().click();
        return true;
    }

    private boolean focus(Locator row) {
        if (row.count() == 0) {
            return false;
        }
        row.first().focus();
        return true;
    }

    private boolean point(Locator row) {
        if (row.count() == 0) {
            return false;
        }
        row.first().hover();
        return true;
    }

    private boolean key(String key) {
        page.keyboard().press(key);
        return true;
    }

    private Locator any(String selector) {
        var all = page.locator(selector);
        var count = all.count();
        return count == 0 ? all : all.nth(random.nextInt(count));
    }

    @Override
    public JsonNode get(String path) {
        var answer = page.request().get(wire.url().resolve(path).toString());
        try {
            return answer.ok() ? new ObjectMapper().readTree(answer.body()) : MissingNode.getInstance();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
