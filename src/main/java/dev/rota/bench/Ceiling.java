package dev.rota.bench;

import dev.rota.desk.GroupCommit;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;

/** A bare Vert.x server with as many event loops and the same group commit as the door: what there is to reach. */
final class Ceiling implements AutoCloseable {

    private static final int EVENT_LOOPS = Runtime.getRuntime().availableProcessors();
    private static final int LARGEST_GROUP = 1000;

    private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(EVENT_LOOPS));
    private final AtomicInteger port = new AtomicInteger();
    private final GroupCommit<CeilingTable.Row> commits;

    private Ceiling(JdbcTemplate database) {
        commits = new GroupCommit<>(
                new CustomizableThreadFactory("bench-ceiling-"), LARGEST_GROUP, new CeilingTable(database)::insert);
    }

    static Ceiling open(JdbcTemplate database, String secret) {
        var ceiling = new Ceiling(database);
        ceiling.commits.start();
        ceiling.vertx
                .deployVerticle(
                        () -> new CeilingDoor(secret, ceiling.commits, ceiling.port::set),
                        new DeploymentOptions().setInstances(EVENT_LOOPS))
                .toCompletionStage()
                .toCompletableFuture()
                .join();
        return ceiling;
    }

    Target target() {
        return new Target(port.get(), "/");
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
        commits.close();
    }
}
