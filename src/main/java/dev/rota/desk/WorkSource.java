package dev.rota.desk;

import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/** Where work comes from: hands out items, and hears of each when it is done. */
public interface WorkSource<T, R> {

    /** Begins to hand out work; an item whose future fails is the source's to try again. */
    void start(Function<T, CompletableFuture<R>> work);

    /** Hands out nothing more, and waits a while for what is under way. */
    void stop();
}
