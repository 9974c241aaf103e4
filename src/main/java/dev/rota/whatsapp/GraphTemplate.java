package dev.rota.whatsapp;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rota.desk.Template.Gap;
import dev.rota.desk.Template.Gap.Part;
import dev.rota.desk.Wording;
import java.util.HashMap;
import java.util.Locale;

/** A template as the Cloud API takes it: each part with what stands in its gaps. */
final class GraphTemplate {

    private GraphTemplate() {}

    static void write(ObjectNode content, Wording.Template template) {
        content.put("name", template.name()).putObject("language").put("code", template.language());
        if (template.parameters().isEmpty()) {
            return;
        }
        var components = content.putArray("components");
        var parts = new HashMap<String, ArrayNode>();
        for (var n = 0; n < template.parameters().size(); n++) {
            var gap = n < template.gaps().size() ? template.gaps().get(n) : body(n);
            var parameter = parts.computeIfAbsent(gap.part() + " " + gap.button(), part -> part(components, gap))
                    .addObject()
                    .put("type", "text");
            if (gap.named()) {
                parameter.put("parameter_name", gap.label());
            }
            parameter.put("text", template.parameters().get(n));
        }
    }

    private static Gap body(int n) {
        return new Gap(Part.BODY, String.valueOf(n + 1), false, 0);
    }

    private static ArrayNode part(ArrayNode components, Gap gap) {
        var part = components.addObject().put("type", gap.part().name().toLowerCase(Locale.ROOT));
        if (gap.part() == Part.BUTTON) {
            part.put("sub_type", "url").put("index", String.valueOf(gap.button()));
        }
        return part.putArray("parameters");
    }
}
