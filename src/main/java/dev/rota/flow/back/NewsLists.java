package dev.rota.flow.back;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import org.apache.camel.AggregationStrategy;
import org.apache.camel.Exchange;
import org.jspecify.annotations.Nullable;

/** Gathers what the parts of a split end with as one JSON list; a part that fails, fails it as a whole. */
public final class NewsLists implements AggregationStrategy {

    @Override
    public Exchange aggregate(@Nullable Exchange before, Exchange part) {
        var failure = part.getException() != null || before == null ? part.getException() : before.getException();
        var all = before != null && before.getMessage().getBody() instanceof ArrayNode list
                ? list
                : JsonNodeFactory.instance.arrayNode();
        if (part.getMessage().getBody() instanceof JsonNode json) {
            all.add(json);
        }
        part.getMessage().setBody(all);
        part.setException(failure);
        return part;
    }
}
