package dev.rota.flow.rules;

import dev.rota.config.Problem;
import dev.rota.config.RuleFile;
import dev.rota.config.RuleFiles;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The files that take effect when an engine starts: which of them have changed since, and what is wrong in them. */
final class OtherFiles {

    private static final Logger log = LoggerFactory.getLogger(OtherFiles.class);

    private final Supplier<RuleFiles> folders;
    private final Supplier<List<Problem>> lint;
    private final RuleFiles begunWith;
    private String looked;
    private volatile Changed changed = new Changed(List.of(), List.of());

    /** @param lint looks at the files as they are */
    OtherFiles(Supplier<RuleFiles> folders, Supplier<List<Problem>> lint) {
        this.folders = folders;
        this.lint = lint;
        this.begunWith = folders.get();
        this.looked = begunWith.hash();
    }

    /** Looks again, and tells the log of what is new. */
    void look() {
        var now = folders.get();
        if (now.hash().equals(looked)) {
            return;
        }
        looked = now.hash();
        var problems = now.hash().equals(begunWith.hash()) ? List.<Problem>of() : lint.get();
        changed = new Changed(names(now), problems);
        changed.files().forEach(file -> log.info("{} has changed, which takes effect when the engine starts", file));
        problems.forEach(problem -> log.warn("what takes effect when the engine starts has a problem: {}", problem));
    }

    /** What differs from what this engine has started with. */
    Changed changed() {
        return changed;
    }

    private List<String> names(RuleFiles now) {
        var names = new TreeSet<String>();
        begunWith.all().forEach(file -> names.add(file.name()));
        now.all().forEach(file -> names.add(file.name()));
        names.removeIf(name -> isSame(begunWith.find(name), now.find(name)));
        return List.copyOf(names);
    }

    private static boolean isSame(Optional<RuleFile> before, Optional<RuleFile> now) {
        return before.isPresent()
                && now.isPresent()
                && Arrays.equals(before.get().bytes(), now.get().bytes());
    }

    /**
     * What differs.
     *
     * @param files their names
     * @param problems what the next start would have against them
     */
    record Changed(List<String> files, List<Problem> problems) {

        Changed {
            files = List.copyOf(files);
            problems = List.copyOf(problems);
        }
    }
}
