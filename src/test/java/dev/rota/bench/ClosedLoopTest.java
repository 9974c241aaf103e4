package dev.rota.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rota.desk.Number;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Whether the load generator would notice a door that does not keep its promise. */
class ClosedLoopTest {

    private static final int COUNT = 100;
    private static final Duration LONGER_THAN_THE_STOCK_LASTS = Duration.ofMinutes(1);

    private final Vertx vertx = Vertx.vertx();
    private final AtomicInteger calls = new AtomicInteger();

    @AfterEach
    void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void a_door_that_answers_all_has_no_errors() {
        var speed = measure(request -> request.response().end());

        assertThat(calls).hasValue(COUNT);
        assertThat(speed.errors()).isZero();
        assertThat(speed.perSecond()).isPositive();
        assertThat(speed.latency().p50())
                .isPositive()
                .isLessThanOrEqualTo(speed.latency().p99());
        assertThat(speed.latency().p99()).isLessThanOrEqualTo(speed.latency().max());
    }

    @Test
    void a_door_that_drops_every_tenth_answer_is_reported() {
        var speed = measure(request -> {
            if (calls.get() % 10 == 0) {
                request.connection().close();
            } else {
                request.response().end();
            }
        });

        assertThat(calls).hasValue(COUNT);
        assertThat(speed.errors()).isEqualTo(COUNT / 10);
    }

    @Test
    void a_door_that_refuses_is_reported_and_has_no_speed() {
        var speed = measure(request -> request.response().setStatusCode(503).end());

        assertThat(speed).isEqualTo(new Figures.Speed(0, new Figures.Latency(0, 0, 0, 0), COUNT));
    }

    private Figures.Speed measure(Handler<HttpServerRequest> door) {
        var server = vertx.createHttpServer()
                .requestHandler(request -> {
                    calls.incrementAndGet();
                    door.handle(request);
                })
                .listen(0, "127.0.0.1");
        var port = server.toCompletionStage().toCompletableFuture().join().actualPort();
        var number = new Number("suporte", "1065", "+55 11 4000-1002", "bench", "plantao", Set.of());
        var webhooks = new Webhooks(List.of(number), "secret", Clock.systemUTC());
        var rounds = new Rounds();
        new ClosedLoop(1).round(new Target(port, "/"), Stock.of(webhooks, COUNT), LONGER_THAN_THE_STOCK_LASTS, rounds);
        return rounds.speed();
    }
}
