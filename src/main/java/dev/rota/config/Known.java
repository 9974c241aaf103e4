package dev.rota.config;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;

/**
 * The names of one kind of thing.
 *
 * @param all whether there is no other; while what names them cannot be read, there may be
 */
public record Known(Set<String> names, boolean all) {

    public Known {
        names = Set.copyOf(names);
    }

    /** Names that are known for sure. */
    public static Known of(Collection<String> names) {
        return new Known(new TreeSet<>(names), true);
    }

    /** Names that may not be all; where there is none at all, that is the problem. */
    static Known of(Collection<String> names, boolean all) {
        return new Known(Set.copyOf(names), all && !names.isEmpty());
    }

    /** The same, and another name. */
    public Known and(String another) {
        var more = new TreeSet<>(names);
        more.add(another);
        return new Known(more, all);
    }

    /** Whether something may be called so. */
    public boolean mayBe(String name) {
        return !all || names.contains(name);
    }

    /** The end of a sentence about a name that nothing has. */
    public String hint(String name) {
        return Nearest.hint(name, names);
    }
}
