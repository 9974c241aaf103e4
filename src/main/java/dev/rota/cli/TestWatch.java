package dev.rota.cli;

import dev.rota.config.RuleFiles;
import dev.rota.flow.rules.Quiet;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Tells of files at the beginning, and whenever others have been saved and nothing more comes.
 *
 * @param folders reads them
 * @param changed hears of them
 */
record TestWatch(Supplier<RuleFiles> folders, Consumer<RuleFiles> changed) {

    /** Looks until it is interrupted. */
    void run() {
        var quiet = new Quiet(Quiet.LOOKS);
        var files = folders.get();
        changed.accept(files);
        var told = files.hash();
        try {
            while (true) {
                TimeUnit.MILLISECONDS.sleep(Quiet.LOOK_EVERY_MS);
                var settled = quiet.look(folders.get());
                if (settled.isPresent() && !settled.get().hash().equals(told)) {
                    changed.accept(settled.get());
                    told = settled.get().hash();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
