package dev.rota.journal;

import dev.rota.desk.TryAgain;
import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What kind of failure it is: of the event itself, or of the moment. */
enum Trouble {
    /** Comes again however often the same is tried. */
    LASTING,
    /** Goes away by itself. */
    PASSING;

    /** Connection, rollback by deadlock or serialization, resources, an operator's restart, disk. */
    private static final Set<String> PASSING_CLASSES = Set.of("08", "40", "53", "55", "57", "58");

    static Trouble of(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                        .anyMatch(Trouble::passes)
                ? PASSING
                : LASTING;
    }

    /** The kind of failure and where in our code; never its message, which may quote a customer. */
    static String describe(Throwable failure) {
        var root = root(failure);
        var kind = root instanceof SQLException error
                ? root.getClass().getSimpleName() + " " + error.getSQLState()
                : root.getClass().getSimpleName();
        return Stream.of(root.getStackTrace())
                .filter(frame -> frame.getClassName().startsWith("dev.rota."))
                .findFirst()
                .map(frame -> kind + " at " + frame.getFileName() + ":" + frame.getLineNumber())
                .orElse(kind);
    }

    private static Throwable root(Throwable failure) {
        var cause = failure.getCause();
        return cause == null ? failure : root(cause);
    }

    private static boolean passes(Throwable cause) {
        return cause instanceof TryAgain
                || cause instanceof SQLTransientException
                || cause instanceof SQLRecoverableException
                || (cause instanceof SQLException error && passes(error.getSQLState()));
    }

    /** What has no state does not come from the database, so it can't be about the event. */
    private static boolean passes(@Nullable String state) {
        return state == null || state.length() != 5 || PASSING_CLASSES.contains(state.substring(0, 2));
    }
}
