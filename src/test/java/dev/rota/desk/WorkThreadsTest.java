package dev.rota.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.ThreadFactory;
import org.junit.jupiter.api.Test;

class WorkThreadsTest {

    @Test
    void work_goes_last_and_keeps_no_engine_from_ending() {
        var threads = WorkThreads.named("lane-worker");

        var first = threads.newThread(WorkThreadsTest::nothing);

        assertThat(first.getPriority()).isEqualTo(Thread.MIN_PRIORITY);
        assertThat(first.isDaemon()).isTrue();
        assertThat(first.getName()).isEqualTo("lane-worker-1");
        assertThat(threads.newThread(WorkThreadsTest::nothing).getName()).isEqualTo("lane-worker-2");
    }

    @Test
    void the_threads_of_others_go_last_and_are_theirs_otherwise() {
        ThreadFactory others = task -> new Thread(task, "Camel (camel-1) thread #1");

        var thread = WorkThreads.of(others).newThread(WorkThreadsTest::nothing);

        assertThat(thread.getPriority()).isEqualTo(Thread.MIN_PRIORITY);
        assertThat(thread.getName()).isEqualTo("Camel (camel-1) thread #1");
        assertThat(thread.isDaemon()).isFalse();
    }

    private static void nothing() {}
}
