package dev.rota.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rota.desk.Template;
import dev.rota.desk.Template.Gap;
import dev.rota.desk.Template.Gap.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A page of an account's templates.
 *
 * @param after where the next page begins; null on the last one
 * @see <a href="https://developers.facebook.com/docs/graph-api/reference/whats-app-business-account/message_templates/">
 *     message_templates</a>
 */
record TemplatePage(List<Template> templates, @Nullable String after) {

    private static final Pattern GAP = Pattern.compile("\\{\\{\\s*([A-Za-z0-9_]{1,64})\\s*}}");

    /** Buttons that need nothing of who sends the message, but for the end of an address. */
    private static final Set<String> PLAIN_BUTTONS = Set.of("QUICK_REPLY", "URL", "PHONE_NUMBER", "VOICE_CALL");

    static TemplatePage of(JsonNode json) {
        var templates = new ArrayList<Template>();
        for (var each : json.path("data")) {
            if (Node.text(each, "name") != null && Node.text(each, "language") != null) {
                templates.add(template(each));
            }
        }
        var after =
                json.path("paging").has("next") ? Node.text(json.path("paging").path("cursors"), "after") : null;
        return new TemplatePage(templates, after);
    }

    private static Template template(JsonNode json) {
        var named = Node.textOrEmpty(json, "parameter_format").equals("NAMED");
        var reading = new Reading(named);
        for (var component : json.path("components")) {
            reading.take(component);
        }
        return new Template(
                Node.textOrEmpty(json, "name"),
                Node.textOrEmpty(json, "language"),
                Node.textOrEmpty(json, "category"),
                Node.textOrEmpty(json, "status"),
                reading.text,
                reading.gaps,
                reading.obstacle);
    }

    /** What the components of one template ask for; they come in the order of a message's parameters. */
    private static final class Reading {
        private final boolean named;
        private final List<Gap> gaps = new ArrayList<>();
        private String text = "";
        private @Nullable String obstacle;

        Reading(boolean named) {
            this.named = named;
        }

        void take(JsonNode component) {
            var type = Node.textOrEmpty(component, "type");
            switch (type) {
                case "HEADER" -> header(component);
                case "BODY" -> {
                    text = spaceless(Node.textOrEmpty(component, "text"));
                    gaps(text, Part.BODY, 0);
                }
                case "FOOTER" -> {}
                case "BUTTONS" -> buttons(component.path("buttons"));
                default -> obstacle = "has a part of the type " + type + ", which Rota can't fill";
            }
        }

        private void header(JsonNode header) {
            var format = Node.textOrEmpty(header, "format");
            if (format.equals("TEXT") || format.isEmpty()) {
                gaps(Node.textOrEmpty(header, "text"), Part.HEADER, 0);
            } else {
                obstacle = "has a header of the type " + format + ", which Rota can't fill";
            }
        }

        private void buttons(JsonNode buttons) {
            for (var n = 0; n < buttons.size(); n++) {
                var type = Node.textOrEmpty(buttons.path(n), "type");
                if (!PLAIN_BUTTONS.contains(type)) {
                    obstacle = "has a button of the type " + type + ", which Rota can't fill";
                }
                gaps(Node.textOrEmpty(buttons.path(n), "url"), Part.BUTTON, n);
            }
        }

        /** A gap that stands twice is filled once. */
        private void gaps(String words, Part part, int button) {
            GAP.matcher(words)
                    .results()
                    .map(found -> new Gap(part, found.group(1), named && part != Part.BUTTON, button))
                    .filter(gap -> !gaps.contains(gap))
                    .forEach(gaps::add);
        }

        private static String spaceless(String words) {
            return GAP.matcher(words).replaceAll("{{$1}}");
        }
    }
}
