package dev.rota.panel;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import dev.rota.conversation.Answering;
import dev.rota.whole.Browser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The pictures of {@code docs/panel.md}: one of each page; with {@code -Drota.docs=write} they are taken anew. */
@Import(BreakButtonTest.Noon.class)
class PicturesIT extends AtThePanel {

    private static final Path FOLDER = Path.of("docs", "panel");
    private static final boolean WRITES = "write".equals(System.getProperty("rota.docs"));

    @Autowired
    JdbcClient jdbc;

    @Test
    void each_page_has_its_picture() throws IOException {
        Outbox.fill(jdbc);
        var talk = talk();
        try (var browser = Browser.start()) {
            var desk = as("ana", browser);
            take(desk, "desk", "/");
            take(desk, "conversation", "/conversations/" + talk + "?tab=mine");
            var pages = as("admin", browser);
            var paths = pages.locator(".pages a").all().stream()
                    .map(link -> link.getAttribute("href"))
                    .toList();
            assertThat(paths).hasSizeGreaterThan(5);
            for (var path : paths) {
                take(pages, path.substring(1), path);
            }
            take(pages, "several", "/floor/rows?tab=waiting");
            take(pages, "pause", "/floor/queues/support/pause");
        }
    }

    private Page as(String person, Browser browser) {
        var page = browser.page();
        page.setViewportSize(1280, 800);
        page.navigate(address("/login"));
        page.locator("form[action='/demo/as/" + person + "'] button").click();
        page.locator("#live[data-state=live]").waitFor();
        return page;
    }

    private void take(Page page, String name, String path) throws IOException {
        page.navigate(address(path));
        if (page.locator("#live[data-state]").count() > 0) {
            page.locator("#live[data-state=live]").waitFor();
        }
        var file = FOLDER.resolve(name + ".png");
        var options = new Page.ScreenshotOptions();
        page.screenshot(WRITES ? options.setPath(file) : options);
        assertThat(file).isRegularFile();
        assertThat(Files.readString(Path.of("docs", "panel.md"))).contains("(panel/" + name + ".png)");
    }

    private long talk() {
        desk.clear();
        desk.arrives("Maria Aparecida de Souza", "Boa noite, minha internet caiu de novo");
        desk.arrives(null, "Quero a segunda via do boleto");
        var talk = desk.arrives("João Lima", "Oi! Vocês têm fibra na Rua das Flores?");
        desk.claim(talk, 1, ANA);
        desk.reply(talk, Answering.text(2, null, "Oi João, aqui é a Ana. Temos sim: 600 mega."), ANA);
        return talk;
    }

    private String address(String path) {
        return "http://localhost:" + port + path;
    }
}
