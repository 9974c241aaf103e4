package dev.rota.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;

/** What Meta hands over from before the number came to the Cloud API: kept and counted, and never taken for new. */
final class HistoryNotices {

    /** The company did not want to share it. */
    private static final int DECLINED = 2593109;

    private HistoryNotices() {}

    static String sentence(JsonNode value) {
        var threads = 0;
        var messages = value.path("messages").size();
        for (var chunk : value.path("history")) {
            var code = Node.integer(Node.first(chunk, "errors"), "code", 0);
            if (code != 0) {
                return code == DECLINED
                        ? "The history of the phone app is not shared (2593109), as was chosen there; nothing is missing."
                        : "The history of the phone app could not be handed over: " + code + ". "
                                + ErrorNotices.toDo(code);
            }
            for (var thread : chunk.path("threads")) {
                threads++;
                messages += thread.path("messages").size();
            }
        }
        return "Meta handed over history: " + messages + " older messages"
                + (threads == 0 ? "" : " of " + threads + " threads") + ", kept and not taken for new.";
    }
}
