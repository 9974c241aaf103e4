package dev.rota.cli;

import dev.rota.config.Problem;
import dev.rota.desk.App;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * What an engine must not start without: a sentence each, all at once. What is wrong in files is not among it: the engine
 * refuses those itself, and can start where others are in force.
 */
final class Missing {

    private Missing() {}

    static List<String> from(Settings settings, Instant at) {
        var reading = settings.company();
        var company = reading.company();
        var unset = reading.warnings().stream().map(Problem::toString).distinct();
        var apps = company == null || !reading.warnings().isEmpty()
                ? Stream.<String>of() // what an app lacks is said already, with the line where it is wanted
                : company.apps().values().stream().flatMap(app -> lacks(app, at));
        return Stream.of(unset, apps, administrator(settings))
                .flatMap(sentences -> sentences)
                .toList();
    }

    private static Stream<String> lacks(App app, Instant at) {
        var secret = app.secretAt(at).isPresent()
                ? Stream.<String>of()
                : Stream.of("app '" + app.name() + "' of config/numbers.yaml has no app secret in force: set "
                        + Settings.APP_SECRETS + ", or take away the notAfter that has passed");
        var token = app.verifyToken() != null
                ? Stream.<String>of()
                : Stream.of("app '" + app.name() + "' of config/numbers.yaml has no verifyToken: write {{env:"
                        + Settings.VERIFY_TOKEN + "}} there, and set it");
        return Stream.concat(secret, token);
    }

    private static Stream<String> administrator(Settings settings) {
        var byToken = settings.get(Settings.API_TOKENS).stream()
                .flatMap(entries -> Arrays.stream(entries.split(",", -1)))
                .anyMatch(entry -> entry.strip().matches("[^:]+:admin:.+"));
        return byToken || settings.get(Settings.ADMIN_PASSWORD).isPresent()
                ? Stream.of()
                : Stream.of("nobody could administrate: set " + Settings.ADMIN_PASSWORD
                        + ", or put name:admin:secret into " + Settings.API_TOKENS);
    }
}
