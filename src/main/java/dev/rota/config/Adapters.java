package dev.rota.config;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds out where {@code config/} uses Kamelets. */
final class Adapters {

    private Adapters() {}

    static List<Adapter> of(Parts parts) {
        var adapters = new ArrayList<Adapter>();
        var downstreams = parts.downstreams().source().file();
        parts.knownDownstreams().forEach((name, line, downstream) -> {
            adapters.add(adapter(name, downstream.kamelet(), downstreams, downstream.with()));
            var back = downstream.back();
            if (back != null) {
                adapters.addAll(ofBack(name + ".back", downstream, back, downstreams));
            }
        });
        var numbers = parts.numbers().source().file();
        parts.knownNumbers().forEach((name, line, number) -> {
            var forward = number.forward();
            if (forward != null) {
                var where = "numbers." + name + ".forward";
                adapters.add(
                        new Adapter(where, Forwards.KAMELET, numbers, forward.line(), Map.of("url", forward.line())));
            }
        });
        lookups(parts, adapters);
        return adapters;
    }

    private static List<Adapter> ofBack(
            String where, DownstreamsFile.DownstreamEntry there, Located<BackEntry> back, String file) {
        var entry = back.value();
        var kamelet = there.kamelet().value();
        var ways = new ArrayList<Adapter>();
        var lines = lines(entry.with());
        if (entry.secret() != null) {
            var signed = new HashMap<>(lines);
            signed.put("secret", entry.secret().line());
            ways.add(new Adapter(
                    where,
                    BackEntry.calls(kamelet),
                    file,
                    back.line(),
                    signed,
                    there.with().names()));
        }
        if (entry.every() != null) {
            ways.add(new Adapter(
                    where,
                    BackEntry.polls(kamelet),
                    file,
                    back.line(),
                    lines,
                    there.with().names()));
        }
        return ways;
    }

    private static void lookups(Parts parts, List<Adapter> adapters) {
        var file = parts.lookups().source().file();
        var crm = parts.lookups().content().crm();
        var model = parts.lookups().content().model();
        if (crm != null) {
            adapters.add(adapter("crm", crm.kamelet(), file, crm.with()));
        }
        if (model != null) {
            adapters.add(adapter("model", model.kamelet(), file, model.with()));
        }
    }

    private static Adapter adapter(String where, Located<String> kamelet, String file, Named<Template> with) {
        return new Adapter(where, kamelet.value(), file, kamelet.line(), lines(with));
    }

    private static Map<String, Integer> lines(Named<Template> with) {
        var lines = new HashMap<String, Integer>();
        with.names().forEach(name -> lines.put(name, with.line(name)));
        return lines;
    }
}
