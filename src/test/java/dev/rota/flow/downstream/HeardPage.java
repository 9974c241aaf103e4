package dev.rota.flow.downstream;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a helpdesk sends and what becomes of it, as a page of {@code docs/downstream/}: recorded and checked like {@link WirePage}. */
final class HeardPage {

    private HeardPage() {}

    /** A call and the news in it. */
    record Heard(String call, @Nullable Object news) {}

    /** @param fake who was asked for more; null where calls say it all */
    static void check(String system, List<Heard> all, @Nullable ContractFake fake) throws IOException {
        var page = new StringBuilder("# What comes back from %s\n\n".formatted(system))
                .append(
                        "Recorded by a test from calls in the form that the vendor documents; with `-Drota.docs=write` it writes this\n")
                .append("page anew. The Kamelet is\n[`%1$s-back`](../../routes/downstream/%1$s-back.kamelet.yaml).\n"
                        .formatted(system));
        for (var heard : all) {
            page.append("\n## Call\n\n").append(WirePage.json(ContractFake.JSON.readTree(heard.call())));
            page.append("\nNews:\n\n")
                    .append(WirePage.json(heard.news() instanceof JsonNode news ? news : ContractFake.JSON.nullNode()));
        }
        for (var pair : fake == null ? List.<ContractFake.Pair>of() : fake.pairs()) {
            page.append("\n## Asked: ")
                    .append(pair.request().method())
                    .append(' ')
                    .append(pair.request().path());
            page.append("\n\nAnswer: ").append(pair.response().status()).append("\n\n");
            page.append(WirePage.json(ContractFake.JSON.readTree(pair.response().body())));
        }
        WirePage.check(system + "-back", page.toString());
    }
}
