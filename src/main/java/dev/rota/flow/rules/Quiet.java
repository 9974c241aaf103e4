package dev.rota.flow.rules;

import dev.rota.config.RuleFiles;
import java.util.Optional;

/** Tells when folders have said the same for some looks in a row: what belongs together is not saved in one moment. */
final class Quiet {

    private final int looks;
    private String seen = "";
    private int times;

    /** @param looks how many, the first among them */
    Quiet(int looks) {
        this.looks = looks;
    }

    /** The files of this look, if they have been the same for long enough. */
    Optional<RuleFiles> look(RuleFiles files) {
        var hash = files.hash();
        times = hash.equals(seen) ? Math.min(times + 1, looks) : 1;
        seen = hash;
        return times < looks ? Optional.empty() : Optional.of(files);
    }
}
