package dev.rota.config;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import dev.rota.inquiry.Gist;
import dev.rota.inquiry.History;
import dev.rota.routing.Imagined;
import dev.rota.routing.Imagined.Lookup;
import dev.rota.routing.Imagined.OnStaff;
import dev.rota.routing.RuleTest;
import dev.rota.routing.RuleTest.Expected;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.NodeId;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.resolver.Resolver;

/** Writes a test as people would: what goes without saying is left out. */
public final class RuleTestYaml {

    /** What needs no quotes, unless it looks like a number or a truth. */
    private static final String PLAIN = "[\\p{L}\\p{N}][\\p{L}\\p{N} ._-]*";

    private static final Resolver TYPES = new Resolver();

    private RuleTestYaml() {}

    /** The test as an item of a test file, its time in that zone. */
    public static String of(RuleTest test, ZoneId zone) {
        var given = test.given();
        var gist = Gist.of(given.content());
        var at = DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(given.at().atZone(zone));
        return new Keys()
                        .put("name", test.name())
                        .put("at", new Verbatim(at))
                        .put("number", given.number())
                        .put("from", given.from() == null ? null : "+" + given.from())
                        .put("text", gist.text().isEmpty() ? null : gist.text())
                        .put("type", isUsual(gist) ? null : gist.type())
                        .put("button", gist.button())
                        .put("ad", given.ad())
                        .put("product", given.product())
                        .put("guess", given.guess())
                        .put("age", given.age().isZero() ? null : given.age().toSeconds() + "s")
                        .put("customer", customer(given.customer()))
                        .put("history", history(given.history()))
                        .put("staff", staff(given))
                        .put("expect", expected(test.expected()))
                        .values()
                        .entrySet()
                        .stream()
                        .map(entry -> entry.getKey() + ": " + written(entry.getValue()) + "\n")
                        .collect(Collectors.joining("  ", "- ", ""));
    }

    private static boolean isUsual(Gist gist) {
        return gist.button() == null
                ? gist.type().equals("text") && !gist.text().isEmpty()
                : gist.type().equals("interactive");
    }

    private static Object customer(Lookup lookup) {
        if (!(lookup instanceof Lookup.Known known)) {
            return lookup instanceof Lookup.TimedOut ? "timeout" : "unknown";
        }
        var customer = known.customer();
        return new Keys()
                .put("name", customer.name())
                .put("tier", customer.tier())
                .put("city", customer.city())
                .put("attributes", customer.attributes().isEmpty() ? null : new TreeMap<>(customer.attributes()))
                .values();
    }

    private static @Nullable Object history(History history) {
        var keys = new Keys()
                .put("lastAgent", history.lastAgent())
                .put("lastRequestType", history.lastRequestType())
                .put("lastQueue", history.lastQueue())
                .put("openTickets", orNull(history.openTickets()))
                .put("countIn30Days", orNull(history.countIn30Days()))
                .values();
        return keys.isEmpty() ? null : keys;
    }

    private static @Nullable Object staff(Imagined given) {
        var staff = new TreeMap<String, Object>();
        given.staff().forEach((agent, state) -> staff.put(agent, state(state)));
        return staff.isEmpty() ? null : staff;
    }

    private static Map<String, Object> state(OnStaff state) {
        return new Keys()
                .put("open", orNull(state.open()))
                .put("on", state.on())
                .put("away", state.away() ? true : null)
                .values();
    }

    private static Map<String, Object> expected(Expected expected) {
        return new Keys()
                .put("requestType", expected.requestType())
                .put("shift", expected.shift())
                .put("queue", expected.queue())
                .put(
                        "priority",
                        expected.priority() == null ? null : expected.priority().label())
                .put("agent", expected.agent())
                .put("never", expected.never().isEmpty() ? null : expected.never())
                .values();
    }

    private static @Nullable Integer orNull(@Nullable Integer count) {
        return count == null || count == 0 ? null : count;
    }

    private static String written(Object value) {
        if (value instanceof Map<?, ?> keys) {
            return keys.entrySet().stream()
                    .map(entry -> written(entry.getKey()) + ": " + written(entry.getValue()))
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        if (value instanceof List<?> items) {
            return items.stream().map(RuleTestYaml::written).collect(Collectors.joining(", ", "[", "]"));
        }
        return value instanceof String text ? quoted(text) : value.toString();
    }

    private static String quoted(String text) {
        var plain = text.matches(PLAIN)
                && text.equals(text.strip())
                && TYPES.resolve(NodeId.scalar, text, true).equals(Tag.STR);
        return plain
                ? text
                : '"' + String.valueOf(JsonStringEncoder.getInstance().quoteAsString(text)) + '"';
    }

    /** What stands there as it is. */
    private record Verbatim(String text) {
        @Override
        public String toString() {
            return text;
        }
    }

    /** Keys in their order; one without a value is left out. */
    private static final class Keys {

        private final Map<String, Object> values = new LinkedHashMap<>();

        Keys put(String key, @Nullable Object value) {
            if (value != null) {
                values.put(key, value);
            }
            return this;
        }

        Map<String, Object> values() {
            return values;
        }
    }
}
