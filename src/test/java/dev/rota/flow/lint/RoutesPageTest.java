package dev.rota.flow.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Run with {@code -Drota.docs=write} to write the page anew. */
class RoutesPageTest {

    private static final Path PAGE = Path.of("docs/routes.md");

    private final String text = new RoutesPage().text();

    @Test
    void the_page_says_what_the_route_files_do() throws IOException {
        if ("write".equals(System.getProperty("rota.docs"))) {
            Files.writeString(PAGE, text);
        }
        assertThat(PAGE).hasContent(text);
    }

    @Test
    void it_knows_what_routes_take_and_give_and_where_they_lead() {
        assertThat(text)
                .contains("receive.webhook.from([\"platform-http:/webhooks/whatsapp\"]) --> receive.webhook")
                .contains("converse.find --> enrich.inquiry", "deliver.push --> downstream.whatsapp")
                .contains("| `WebhookCall` | `Answer` | the caller hears of it at once |")
                .contains("`nobody-there`, `no-answer`, else back to the source");
    }
}
