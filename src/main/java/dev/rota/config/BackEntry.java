package dev.rota.config;

import dev.rota.desk.Back;
import dev.rota.desk.WayBack;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What {@code downstreams.yaml} says of the news that a downstream has. */
record BackEntry(
        @Key("The secret that signs what it sends to /webhooks/downstream/NAME; nothing is taken without this key.")
                @Nullable
                Located<Template> secret,
        @Key("How often it is asked for news, where it sends none or loses some.") @Nullable Duration every,
        @Key(value = "Whether what agents answer there goes to the customer.", or = "true") boolean replies,
        @Key(value = "Whether what they write for colleagues is kept as a note.", or = "true") boolean notes,
        @Key(value = "Whether the ticket's owner there is the conversation's here.", or = "true") boolean owner,
        @Key(value = "Whether what is closed or reopened there is so here.", or = "true") boolean status,
        @Key(value = "More parameters of the files that make news of it; they have those of the downstream.", or = "{}")
                Named<Template> with) {

    private static final Pattern ACTION = Pattern.compile("(-ticket)?-action$");

    /** The name of the file that makes news of what a downstream sends. */
    static String calls(String kamelet) {
        return base(kamelet) + "-back";
    }

    /** The name of the file that asks a downstream for news. */
    static String polls(String kamelet) {
        return base(kamelet) + "-poll";
    }

    /**
     * The same with all values in place.
     *
     * @param kamelet the one that speaks to the downstream; those of the way back are called after it
     * @param there its parameters
     */
    Back desk(String kamelet, Map<String, String> there, Placeholders placeholders, Source warnings) {
        var parameters = new HashMap<>(there);
        parameters.putAll(placeholders.parameters(with, warnings));
        var polls = every == null ? null : new WayBack(polls(kamelet), parameters, every);
        if (secret == null) {
            return new Back(null, polls, kinds());
        }
        var signed = new HashMap<>(parameters);
        placeholders.resolve(secret, warnings).ifPresent(value -> signed.put("secret", value));
        return new Back(new WayBack(calls(kamelet), signed, null), polls, kinds());
    }

    private Set<String> kinds() {
        var kinds = new HashSet<String>();
        Map.of("reply", replies, "note", notes, "owner", owner, "status", status)
                .forEach((kind, wanted) -> {
                    if (wanted) {
                        kinds.add(kind);
                    }
                });
        return kinds;
    }

    private static String base(String kamelet) {
        return ACTION.matcher(kamelet).replaceFirst("");
    }
}
