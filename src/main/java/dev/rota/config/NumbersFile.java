package dev.rota.config;

import dev.rota.desk.App;
import dev.rota.desk.Badge;
import dev.rota.desk.Number.Mode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** {@code numbers.yaml}: the company's WhatsApp numbers, and the Meta apps that they belong to. */
record NumbersFile(
        @Key(value = "The Meta apps, by a name of your own.", min = 1) Named<AppEntry> apps,
        @Key(value = "The WhatsApp numbers, by the name that routes, tests and commands use.", min = 1)
                Named<NumberEntry> numbers) {

    private static final Pattern COMMA = Pattern.compile(",");

    /** A Meta app. */
    record AppEntry(
            @Key(value = "The app secrets that may sign its webhooks; all are tried.", min = 1)
                    List<SecretEntry> secrets,
            @Key("The access token with which answers are sent.") @Nullable Located<SecretText> token,
            @Key("The token that Meta repeats when it verifies the webhook's address.") @Nullable
                    Located<SecretText> verifyToken) {}

    /** One app secret. */
    record SecretEntry(
            @Key("Where the secret is kept: {{env:NAME}} or {{file:PATH}}; commas separate several.")
                    Located<SecretText> value,
            @Key("When it ends, with offset: 2026-12-01T00:00:00-03:00.") @Nullable Instant notAfter) {}

    /** A WhatsApp number. */
    record NumberEntry(
            @Key("Meta's phone_number_id.") Located<String> id,
            @Key("The number as people write it.") String display,
            @Key("One of apps.") Located<String> app,
            @Key("A calendar of shifts.yaml; its shift is what rules see.") Located<String> calendar,
            @Key("Teams of teams.yaml that see its conversations.") List<Located<String>> teams,
            @Key(
                            value = "Messages that Meta lets it send within any second; 20 with the Business app"
                                    + " beside it.",
                            or = "80",
                            min = 1)
                    int perSecond,
            @Key("The address of the present system; it gets each webhook of this number as Meta sent it.") @Nullable
                    Located<Template> forward,
            @Key(
                            value = "live, or shadow: Rota decides and records, but assigns, delivers and sends"
                                    + " nothing.",
                            or = "live")
                    Mode mode,
            @Key("What stands on the screen beside its name, such as Vendas.") @Nullable String word,
            @Key("Its colour on the screen; it is written on in black or in white, whichever is read more easily.")
                    @Nullable
                    Colour colour) {

        Badge badge() {
            return new Badge(word, colour == null ? null : colour.digits());
        }
    }

    Map<String, App> meta(Placeholders placeholders, Source warnings) {
        return apps.map((name, app) -> new App(
                name,
                app.secrets().stream()
                        .flatMap(secret -> secrets(secret, placeholders, warnings))
                        .toList(),
                token(app.token(), placeholders, warnings),
                token(app.verifyToken(), placeholders, warnings)));
    }

    private static Stream<App.Secret> secrets(SecretEntry secret, Placeholders placeholders, Source warnings) {
        return resolve(secret.value(), placeholders, warnings).stream()
                .flatMap(COMMA::splitAsStream)
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .map(value -> new App.Secret(value, secret.notAfter()));
    }

    private static @Nullable String token(
            @Nullable Located<SecretText> token, Placeholders placeholders, Source warnings) {
        return token == null ? null : resolve(token, placeholders, warnings).orElse(null);
    }

    private static Optional<String> resolve(Located<SecretText> secret, Placeholders placeholders, Source warnings) {
        return placeholders.resolve(new Located<>(secret.value().template(), secret.line()), warnings);
    }
}
