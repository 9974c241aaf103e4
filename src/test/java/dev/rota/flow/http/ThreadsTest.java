package dev.rota.flow.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.rota.desk.Answer;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;

/** Which threads do the work at the webhook port. */
class ThreadsTest {

    private final Set<String> threads = ConcurrentHashMap.newKeySet();

    @Test
    void a_small_body_is_worked_on_by_the_event_loop() throws Exception {
        try (var door = RunningDoor.open(spy())) {
            post(door, HttpClient.newHttpClient(), 64 << 10);
        }

        assertThat(threads).singleElement().asString().contains("eventloop");
    }

    @Test
    void a_large_body_is_worked_on_elsewhere() throws Exception {
        try (var door = RunningDoor.open(spy())) {
            post(door, HttpClient.newHttpClient(), (64 << 10) + 1);
        }

        assertThat(threads).singleElement().asString().contains("worker");
    }

    @Test
    void all_event_loops_share_the_port() throws Exception {
        var loops = Runtime.getRuntime().availableProcessors();
        try (var door = RunningDoor.open(spy())) {
            await().until(() -> {
                post(door, HttpClient.newHttpClient(), 1); // a client of its own has a connection of its own
                return threads.size() == loops;
            });
        }
    }

    private static void post(RunningDoor door, HttpClient client, int bytes) throws Exception {
        var request = HttpRequest.newBuilder(door.uri("/spy")).POST(BodyPublishers.ofByteArray(new byte[bytes]));
        assertThat(client.send(request.build(), BodyHandlers.ofString()).statusCode())
                .isEqualTo(200);
    }

    private RouteBuilder spy() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("platform-http:/spy").process(exchange -> {
                    threads.add(Thread.currentThread().getName());
                    exchange.getMessage().setBody(Answer.of(200));
                });
            }
        };
    }
}
