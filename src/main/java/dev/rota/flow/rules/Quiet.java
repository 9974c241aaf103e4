package dev.rota.flow.rules;

import dev.rota.config.RuleFiles;
import java.util.Optional;

/** Tells when folders have said the same for some looks in a row: what belongs together is not saved in one moment. */
public final class Quiet {

    /** How long to wait between two looks. */
    public static final long LOOK_EVERY_MS = 250;

    /** So many looks the same are half a second. */
    public static final int LOOKS = 3;

    private final int looks;
    private String seen = "";
    private int times;

    /** @param looks how many, the first among them */
    public Quiet(int looks) {
        this.looks = looks;
    }

    /** The files of this look, if they have been the same for long enough. */
    public Optional<RuleFiles> look(RuleFiles files) {
        var hash = files.hash();
        times = hash.equals(seen) ? Math.min(times + 1, looks) : 1;
        seen = hash;
        return times < looks ? Optional.empty() : Optional.of(files);
    }
}
