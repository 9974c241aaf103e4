package dev.rota.panel;

import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;

/** Somebody with a browser that keeps cookies and sends a form with the token that came with it. */
final class Visitor {

    private static final Pattern TOKEN = Pattern.compile("name=\"csrf-token\" content=\"([^\"]+)\"");

    private final CookieManager cookies = new CookieManager();
    private final HttpClient client = HttpClient.newBuilder()
            .cookieHandler(cookies)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final String base;
    private String token = "";

    Visitor(int port) {
        this.base = "http://localhost:" + port;
    }

    HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
        var answer = client.send(request(path, headers).GET().build(), BodyHandlers.ofString());
        remember(answer.body());
        return answer;
    }

    HttpResponse<String> post(String path, String... fields) throws IOException, InterruptedException {
        var form = new StringBuilder("_csrf=" + encoded(token));
        for (var n = 0; n < fields.length; n += 2) {
            form.append('&').append(fields[n]).append('=').append(encoded(fields[n + 1]));
        }
        var request = request(path, "Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form.toString()))
                .build();
        return client.send(request, BodyHandlers.ofString());
    }

    /** Sends a form that has a file in it. */
    HttpResponse<String> upload(String path, String name, String bytes, String... fields)
            throws IOException, InterruptedException {
        var form = new StringBuilder();
        for (var n = 0; n < fields.length; n += 2) {
            form.append("--b\r\nContent-Disposition: form-data; name=\"" + fields[n] + "\"\r\n\r\n")
                    .append(fields[n + 1] + "\r\n");
        }
        form.append("--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name + "\"\r\n\r\n")
                .append(bytes + "\r\n--b--\r\n");
        var request = request(path, "Content-Type", "multipart/form-data; boundary=b", "X-CSRF-TOKEN", token)
                .POST(BodyPublishers.ofString(form.toString()))
                .build();
        return client.send(request, BodyHandlers.ofString());
    }

    /** Opens a stream; its lines arrive in the list, and a last one, {@code end}, when it ends. */
    List<String> follow(String path, String... headers) {
        var lines = new CopyOnWriteArrayList<String>();
        var unused = client.sendAsync(request(path, headers).GET().build(), BodyHandlers.ofLines())
                .thenAccept(answer -> {
                    lines.add(":status " + answer.statusCode());
                    answer.body().forEach(lines::add);
                })
                .whenComplete((nothing, failure) -> lines.add("end"));
        return lines;
    }

    /** Lets the visitor be a person, as the demo does. */
    Visitor as(String person) throws IOException, InterruptedException {
        get("/login");
        post("/demo/as/" + person);
        get("/");
        return this;
    }

    String session() {
        return cookies.getCookieStore().getCookies().stream()
                .map(HttpCookie::getValue)
                .findAny()
                .orElse("");
    }

    private HttpRequest.Builder request(String path, String... headers) {
        var request = HttpRequest.newBuilder(URI.create(base + path));
        return headers.length == 0 ? request : request.headers(headers);
    }

    private void remember(String page) {
        var found = TOKEN.matcher(page);
        if (found.find()) {
            token = found.group(1);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
