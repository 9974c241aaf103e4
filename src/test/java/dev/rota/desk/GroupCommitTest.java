package dev.rota.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GroupCommitTest {

    private final List<String> committed = new CopyOnWriteArrayList<>();
    private final GroupCommit<String> commits = new GroupCommit<>(WorkThreads.named("test-commits"), 16, this::commit);

    @BeforeEach
    void start() {
        commits.start();
    }

    @AfterEach
    void close() {
        commits.close();
    }

    @Test
    void a_bad_item_fails_alone_whatever_it_throws_and_the_committer_goes_on() {
        for (var bad : List.of("exception", "error")) {
            var before = commits.add("before " + bad);
            var failed = commits.add(bad);
            var after = commits.add("after " + bad);

            before.join();
            after.join();
            assertThatThrownBy(failed::join).hasRootCauseMessage(bad);
        }
        assertThat(committed).contains("before exception", "after exception", "before error", "after error");
    }

    private void commit(List<String> group) {
        if (group.contains("exception")) {
            throw new IllegalStateException("exception");
        }
        if (group.contains("error")) {
            throw new StackOverflowError("error");
        }
        committed.addAll(group);
    }
}
