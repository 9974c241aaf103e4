package dev.rota.flow.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.rota.desk.WorkSource;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Work of which a hundred pieces hang: who does the next one. */
class WorkConsumerTest {

    private static final int HANGING = 100;

    private final DefaultCamelContext camel = new DefaultCamelContext();
    private final CountDownLatch end = new CountDownLatch(1);
    private final Set<Object> begun = ConcurrentHashMap.newKeySet();
    private final Handed source = new Handed();

    @AfterEach
    void close() {
        end.countDown();
        camel.stop();
    }

    @Test
    void what_hangs_holds_up_nothing_where_there_are_as_many_threads_as_it_takes() throws Exception {
        start("work:source?elastic=true");

        var hanging = source.hand(HANGING);
        var next = source.hand("next");

        await().until(() -> begun.size() == HANGING && next.isDone());
        assertThat(next.join()).isEqualTo("next");
        assertThat(hanging).isNotDone();
        end.countDown();
        await().until(hanging::isDone);
    }

    @ParameterizedTest
    @CsvSource({"work:source?threads=8, 8", "work:source?threads=64, 64"})
    void a_fixed_number_of_threads_is_soon_used_up(String uri, int threads) throws Exception {
        start(uri);

        var hanging = source.hand(HANGING);
        var next = source.hand("next");

        await().until(() -> begun.size() == threads);
        assertThat(next).isNotDone();
        assertThat(hanging).isNotDone();
    }

    private void start(String uri) throws Exception {
        camel.getRegistry().bind("source", WorkSource.class, source);
        camel.addComponent("work", new WorkComponent(camel));
        camel.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from(uri).process(exchange -> {
                    var item = exchange.getMessage().getBody();
                    if (!item.equals("next")) {
                        begun.add(item);
                        end.await();
                    }
                });
            }
        });
        camel.start();
    }

    /** Hands out what the test wants. */
    private static final class Handed implements WorkSource<Object, Object> {

        private Function<Object, CompletableFuture<Object>> work = item -> new CompletableFuture<>();

        @Override
        public void start(Function<Object, CompletableFuture<Object>> work) {
            this.work = work;
        }

        @Override
        public void stop() {
            // it hands out nothing by itself
        }

        CompletableFuture<Object> hand(Object item) {
            return work.apply(item);
        }

        CompletableFuture<Void> hand(int items) {
            var all = new CompletableFuture<?>[items];
            for (var item = 0; item < items; item++) {
                all[item] = work.apply(item);
            }
            return CompletableFuture.allOf(all);
        }
    }
}
