package dev.rota.config;

import dev.rota.desk.Downstream;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Where the webhooks of numbers go on to. Each address is a downstream, called after the first number that has it, so
 * that a webhook that holds events of several numbers goes there once.
 *
 * @param byNumber the downstream of each number that forwards, by the number's name
 */
record Forwards(Map<String, Downstream> downstreams, Map<String, String> byNumber) {

    static final String KAMELET = "webhook-copy-action";
    private static final int PARALLEL = 8;
    private static final Duration PARK_AFTER = Duration.ofDays(3);
    private static final Pattern THIS_MACHINE = Pattern.compile("localhost|127\\.\\d+\\.\\d+\\.\\d+|\\[::1]");

    /** The forwards of the numbers; an address that is none is a problem, and not repeated: it may hold a secret. */
    static Forwards of(Part<NumbersFile> numbers, Placeholders placeholders, Source warnings) {
        var forwards = new Forwards(new LinkedHashMap<>(), new HashMap<>());
        var owners = new HashMap<String, String>();
        numbers.content().numbers().forEach((name, line, number) -> {
            var forward = number.forward();
            if (forward == null) {
                return;
            }
            placeholders.resolve(forward, warnings).ifPresent(address -> {
                if (!isAddress(address)) {
                    numbers.source()
                            .problem(
                                    forward.line(),
                                    "numbers." + name + ".forward: expected an address such as"
                                            + " https://desk.example/webhook; http is for this machine alone");
                }
                var owner = owners.computeIfAbsent(address, first -> Downstream.FORWARD + name);
                forwards.byNumber.put(name, owner);
                forwards.downstreams.computeIfAbsent(owner, first -> downstream(owner, address));
            });
        });
        return forwards;
    }

    private static boolean isAddress(String text) {
        try {
            var address = URI.create(text);
            var host = address.getHost();
            var open = "http".equals(address.getScheme());
            return host != null
                    && address.getRawUserInfo() == null
                    && address.getRawFragment() == null
                    && (open ? THIS_MACHINE.matcher(host).matches() : "https".equals(address.getScheme()));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static Downstream downstream(String name, String address) {
        var query = address.indexOf('?');
        var with = query < 0
                ? Map.of("url", address)
                : Map.of("url", address.substring(0, query), "query", address.substring(query + 1));
        return new Downstream(name, KAMELET, with, PARALLEL, null, PARK_AFTER, false);
    }
}
