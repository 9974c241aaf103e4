package dev.rota.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code rota invite}: a one-time link with which somebody sets a password. */
@Command(
        name = "invite",
        mixinStandardHelpOptions = true,
        description = "Prints a one-time link with which a person of config/teams.yaml sets a password.")
public final class InviteCommand implements Callable<Integer> {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Settings settings;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "AGENT", description = "The person's name in config/teams.yaml.")
    private String agent = "";

    @Option(names = "--json", description = "Print the answer as JSON.")
    private boolean json;

    public InviteCommand() {
        this(Settings.ofProcess());
    }

    InviteCommand(Settings environment) {
        settings = environment.orElse(DemoSecrets.read(environment.dataDir()));
    }

    @Override
    public Integer call() throws InterruptedException {
        var token = settings.get(Settings.TOKEN)
                .orElseThrow(() -> CommandFailure.wrongUse(
                        "ROTA_TOKEN is not set: it must hold the secret of an admin in ROTA_API_TOKENS."));
        var answer = post(settings.url().resolve("/api/people/" + encoded(agent) + "/invitation"), token);
        if (answer.statusCode() / 100 != 2) {
            throw refusal(answer);
        }
        var out = spec.commandLine().getOut();
        out.println(json ? answer.body() : text(answer.body(), "url"));
        return 0;
    }

    private HttpResponse<String> post(URI uri, String token) throws InterruptedException {
        var request = HttpRequest.newBuilder(uri)
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + token)
                .POST(BodyPublishers.noBody())
                .build();
        try {
            return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw CommandFailure.found(
                    "No engine answers at " + settings.url() + ": start one, or set ROTA_URL to where it is.");
        }
    }

    private CommandFailure refusal(HttpResponse<String> answer) {
        var sentence = "The engine refused with " + answer.statusCode() + ": " + text(answer.body(), "detail");
        return answer.statusCode() / 100 == 4 ? CommandFailure.wrongUse(sentence) : CommandFailure.found(sentence);
    }

    private static String text(String body, String field) {
        try {
            return new ObjectMapper().readTree(body).path(field).asText("no " + field + " given");
        } catch (IOException e) {
            return body;
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
