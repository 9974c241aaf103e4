package dev.rota.flow.downstream;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;

/** What is written to a topic, as a page of {@code docs/downstream/}; a test records it as {@link WirePage} does. */
final class EventPage {

    private EventPage() {}

    static void check(String system, String kamelet, String key, JsonNode event) throws IOException {
        WirePage.check(
                system,
                """
                # What goes to a topic of Kafka

                Recorded by a test from a real Kafka; with `-Drota.docs=write` it writes this page anew. The Kamelet is
                [`%1$s`](../../routes/downstream/%1$s.kamelet.yaml).

                Each command is a CloudEvent (structured mode, header `content-type: application/cloudevents+json`). The record's key is
                the conversation, so that what is said of one keeps its order within a partition. When nobody knows whether
                Kafka has an event, it is written again with the same `id`: whoever reads removes repetitions by it. Brokers are
                those that the cluster names, so `allowPrivateAddress` does not hold for them.

                ## Key `%2$s`

                """
                                .formatted(kamelet, key)
                        + WirePage.json(event));
    }
}
