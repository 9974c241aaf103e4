package dev.rota.flow.rules;

import dev.rota.config.Problem;
import dev.rota.config.RuleFiles;
import dev.rota.flow.downstream.AdapterCompiler;
import dev.rota.flow.rules.ActiveRules.InForce;
import dev.rota.flow.triage.RouteSetRefused;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says which rules an engine works by: its own folders' when their content is new, and otherwise those that are in force
 * on all engines, whoever proposed them. So engines with different folders don't take turns.
 */
final class RuleSwaps {

    private static final Logger log = LoggerFactory.getLogger(RuleSwaps.class);

    private final RuleStore store;
    private final RuleCompiler compiler;
    private final AdapterCompiler adapters;
    private final Gate gate;

    RuleSwaps(RuleStore store, RuleCompiler compiler, AdapterCompiler adapters, Gate gate) {
        this.store = store;
        this.compiler = compiler;
        this.adapters = adapters;
        this.gate = gate;
    }

    /**
     * What an engine begins with. Folders with a problem keep it from starting only while nothing is in force yet.
     *
     * @throws RouteSetRefused when there is nothing that it could work by
     */
    InForce begin(RuleFiles folders) throws RouteSetRefused {
        var newest = store.newest();
        if (newest.isEmpty()) {
            return swapped(folders);
        }
        if (!isNew(folders)) {
            return inForce(newest.get(), folders);
        }
        var proposed = propose(folders, newest.get());
        return proposed.isPresent() ? proposed.get() : inForce(newest.get(), folders);
    }

    /** Whether folders have another content than what this engine proposed last. */
    private boolean isNew(RuleFiles folders) {
        return !store.lastProposed().equals(Optional.of(folders.hash()));
    }

    /** Proposes what the folders have now; what comes into force by it, and nothing when they are refused. */
    Optional<InForce> propose(RuleFiles folders, Swap newest) {
        var hash = folders.hash();
        if (hash.equals(newest.rules())) {
            store.note(hash, List.of());
            return Optional.empty();
        }
        try {
            return Optional.of(swapped(folders));
        } catch (RouteSetRefused e) {
            e.problems().forEach(problem -> log.warn("rules {} are refused: {}", hash, problem));
            store.note(hash, e.problems());
            return Optional.empty();
        }
    }

    /** What is in force on all engines, when that is not what this one works by. */
    Optional<InForce> follow(InForce now) throws RouteSetRefused {
        var newest = store.newest().orElse(now.swap());
        if (newest.id() == now.swap().id()) {
            return Optional.empty();
        }
        return Optional.of(
                newest.rules().equals(now.swap().rules())
                        ? new InForce(newest, now.set())
                        : inForce(newest, now.set().files()));
    }

    /** The same rules with the secrets of this moment. */
    InForce renewed(InForce now) throws RouteSetRefused {
        return new InForce(now.swap(), compiled(now.set().files()));
    }

    private InForce swapped(RuleFiles files) throws RouteSetRefused {
        var set = compiled(files);
        try {
            var problems = gate.check(set, files.in(RuleFiles.TESTS));
            if (!problems.isEmpty()) {
                throw new RouteSetRefused(problems);
            }
            return new InForce(store.swap(files), set);
        } catch (RouteSetRefused | RuntimeException e) {
            set.close();
            throw e;
        }
    }

    /** Whatever stands in a file, it gets an answer: one that nobody foresaw is no reason to stop looking. */
    private RuleSet compiled(RuleFiles files) throws RouteSetRefused {
        try {
            return compiler.compile(files, adapters);
        } catch (RuntimeException e) {
            log.error(
                    "rules {} broke the compiler with {}",
                    files.hash(),
                    e.getClass().getSimpleName());
            var sentence = "can't be compiled, for a reason that nobody foresaw: "
                    + e.getClass().getSimpleName();
            throw new RouteSetRefused(List.of(new Problem(files.routes(), 1, sentence)));
        }
    }

    private InForce inForce(Swap swap, RuleFiles folders) throws RouteSetRefused {
        var files = folders.hash().equals(swap.rules())
                ? folders
                : store.files(swap.rules()).orElseThrow();
        return new InForce(swap, compiled(files));
    }
}
