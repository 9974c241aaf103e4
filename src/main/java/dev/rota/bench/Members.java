package dev.rota.bench;

import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Pattern;

/** People who log in as people do: invited, with a password of their own, in a browser that keeps cookies. */
final class Members {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final URI desk;
    private final Operator operator;

    Members(URI desk, Operator operator) {
        this.desk = desk;
        this.operator = operator;
    }

    /** Logs somebody in who has not been here before; the cookie that their browser then sends. */
    String cookie(String person) {
        var cookies = new CookieManager();
        var browser = HttpClient.newBuilder().cookieHandler(cookies).build();
        var path = "/api/people/" + person + "/invitation";
        var invitation =
                URI.create(operator.post(path, Map.of()).path("url").asText()).getPath();
        var password = "a sentence of " + person;
        submit(browser, invitation, "password=" + encoded(password));
        submit(browser, "/login", "username=" + person + "&password=" + encoded(password));
        return cookies.getCookieStore().get(desk).stream()
                .map(one -> one.getName() + "=" + one.getValue())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(person + " could not log in"));
    }

    private void submit(HttpClient browser, String form, String fields) {
        var page = send(browser, HttpRequest.newBuilder(desk.resolve(form)));
        var token = TOKEN.matcher(page);
        if (!token.find()) {
            throw new IllegalStateException(form + " has no form");
        }
        var body = fields + "&_csrf=" + encoded(token.group(1));
        send(
                browser,
                HttpRequest.newBuilder(desk.resolve(form))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(body)));
    }

    private static String send(HttpClient browser, HttpRequest.Builder request) {
        return browser.sendAsync(request.build(), BodyHandlers.ofString())
                .join()
                .body();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
