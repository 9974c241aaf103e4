package dev.rota.flow.downstream;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What went over the wire, as a page of {@code docs/downstream/}: recorded by a test, which fails when the page says
 * something else. Run with {@code -Drota.docs=write} to write the page anew.
 */
final class WirePage {

    private static final Path FOLDER = Path.of("docs/downstream");

    private WirePage() {}

    static void check(String system, String kamelet, ContractFake fake) throws IOException {
        check(system, text(system, kamelet, fake));
    }

    static void check(String system, String text) throws IOException {
        var page = FOLDER.resolve(system + ".md");
        if ("write".equals(System.getProperty("rota.docs"))) {
            Files.createDirectories(FOLDER);
            Files.writeString(page, text);
        }
        assertThat(page).hasContent(text);
    }

    private static String text(String system, String kamelet, ContractFake fake) throws JsonProcessingException {
        var page = new StringBuilder("# What goes over the wire to %s\n\n".formatted(system))
                .append(
                        "Recorded by a test against a fake that keeps to the vendor's documents; with `-Drota.docs=write` it writes\n")
                .append("this page anew. The Kamelet is\n[`%1$s`](../../routes/downstream/%1$s.kamelet.yaml).\n"
                        .formatted(kamelet));
        for (var pair : fake.pairs()) {
            page.append("\n## ").append(pair.request()).append("\n\n");
            if (!pair.request().body().isNull()) {
                page.append(without(fake.url(), json(pair.request().body()))).append('\n');
            }
            page.append("Answer: ").append(pair.response().status()).append("\n\n");
            if (!pair.response().body().isEmpty()) {
                page.append(without(
                        fake.url(),
                        json(ContractFake.JSON.readTree(pair.response().body()))));
            }
        }
        return page.toString();
    }

    /** Without what differs each time. */
    private static String without(String url, String text) {
        return text.replace(url, "https://desk.example");
    }

    static String json(JsonNode json) throws JsonProcessingException {
        var sorted = ContractFake.JSON.treeToValue(json, Object.class);
        var text = ContractFake.JSON
                .writer(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                .withDefaultPrettyPrinter()
                .writeValueAsString(sorted);
        return "```json\n" + text + "\n```\n";
    }
}
