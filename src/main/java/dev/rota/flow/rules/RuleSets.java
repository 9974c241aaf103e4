package dev.rota.flow.rules;

import dev.rota.config.Placeholders;
import dev.rota.config.RuleFiles;
import dev.rota.flow.triage.RouteSetRefused;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The rules that have ever been in force, compiled when they are asked for: a past decision runs again by the rules that
 * made it.
 */
public final class RuleSets implements AutoCloseable {

    private static final int KEPT = 8;

    private final KeptFiles kept;
    private final RuleCompiler compiler;
    private final Map<String, RuleSet> compiled = new LinkedHashMap<>(KEPT, 0.75f, true);

    /** @param placeholders the secrets of this machine, whichever of them it has */
    public RuleSets(JdbcClient jdbc, Placeholders placeholders) {
        this.kept = new KeptFiles(jdbc);
        this.compiler = new RuleCompiler(placeholders);
    }

    /**
     * What decides by the files of that hash; empty when there are none, or none any more.
     *
     * @throws RouteSetRefused when this version of Rota would not have let them come into force
     */
    public synchronized Optional<RuleSet> byHash(String hash) throws RouteSetRefused {
        var known = compiled.get(hash);
        if (known != null) {
            return Optional.of(known);
        }
        var files = kept.find(hash);
        if (files.isEmpty()) {
            return Optional.empty();
        }
        var set = compile(files.get());
        compiled.put(hash, set);
        return Optional.of(set);
    }

    private RuleSet compile(RuleFiles files) throws RouteSetRefused {
        if (compiled.size() == KEPT) {
            var eldest = compiled.entrySet().iterator().next();
            compiled.remove(eldest.getKey());
            eldest.getValue().close();
        }
        return compiler.compileToDecide(files);
    }

    @Override
    public synchronized void close() {
        compiled.values().forEach(RuleSet::close);
        compiled.clear();
    }
}
