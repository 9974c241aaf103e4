package dev.rota.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/** What happened to groups; who came and went is no news to act upon. */
final class GroupNotices {

    private GroupNotices() {}

    static @Nullable String sentence(JsonNode value) {
        for (var group : value.path("groups")) {
            var type = Node.word(group, "type");
            var code = Node.integer(Node.first(group, "errors"), "code", 0);
            if (code != 0) {
                return "What was asked of a group failed (" + (type == null ? "unknown" : type) + "): " + code + ". "
                        + ErrorNotices.toDo(code);
            }
            if ("group_suspend".equals(type)) {
                return "Meta suspended a group: nothing can be sent to it until that is lifted.";
            }
        }
        return null;
    }
}
