package dev.rota.whole;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;

/**
 * Invites agents, who accept with a sentence of their own.
 *
 * @param token of an administrator
 */
record Invitations(URI desk, String token) {

    /** The desk of an agent who has just accepted; it is live. */
    Page accept(Browser browser, String agent) throws IOException, InterruptedException {
        return accept(browser.page(), agent);
    }

    /** The same on a page that is there already. */
    Page accept(Page page, String agent) throws IOException, InterruptedException {
        page.navigate(invite(agent).toString());
        page.locator("#password").fill("a sentence of " + agent);
        page.locator("button.primary").click();
        if (page.url().contains("/login")) {
            page.locator("#username").fill(agent);
            page.locator("#password").fill("a sentence of " + agent);
            page.locator("button.primary").first().click();
        }
        page.locator("#live[data-state=live]").waitFor();
        return page;
    }

    private URI invite(String agent) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(desk.resolve("/api/people/" + agent + "/invitation"))
                .header("Authorization", "Bearer " + token)
                .POST(BodyPublishers.noBody())
                .build();
        var answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 201);
        var url = new ObjectMapper().readTree(answer.body()).path("url").asText();
        return desk.resolve(URI.create(url).getPath());
    }

    @Override
    public String toString() {
        return "Invitations[" + desk + "]";
    }
}
