package dev.rota.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A comparison in figures.
 *
 * @param queues how many conversations each queue would have had
 * @param agents how many each agent would have been given
 * @param waiting how many nobody would have been given at once
 * @param answered how many the present system is known to have answered
 * @param medianSeconds the median time to those answers; null without any
 */
record CompareSummary(
        Map<String, Integer> queues,
        Map<String, Integer> agents,
        int waiting,
        int answered,
        @Nullable Long medianSeconds) {

    static CompareSummary of(List<JsonNode> items) {
        var queues = new TreeMap<String, Integer>();
        var agents = new TreeMap<String, Integer>();
        for (var item : items) {
            queues.merge(item.path("queue").asText(), 1, Integer::sum);
            if (item.path("agent").isTextual()) {
                agents.merge(item.path("agent").asText(), 1, Integer::sum);
            }
        }
        var given = agents.values().stream().mapToInt(Integer::intValue).sum();
        var answers = items.stream()
                .map(item -> item.path("firstAnswer").path("seconds"))
                .filter(JsonNode::isNumber)
                .map(JsonNode::asLong)
                .sorted()
                .toList();
        var median = answers.isEmpty() ? null : answers.get((answers.size() - 1) / 2);
        return new CompareSummary(queues, agents, items.size() - given, answers.size(), median);
    }

    ObjectNode json() {
        var json = JsonNodeFactory.instance.objectNode();
        queues.forEach(json.putObject("queues")::put);
        agents.forEach(json.putObject("agents")::put);
        return json.put("waiting", waiting).put("answered", answered).put("medianSeconds", medianSeconds);
    }
}
