package dev.rota.keeping;

import dev.rota.desk.Erasable;
import dev.rota.desk.PersonalFiles;
import dev.rota.desk.Viewer;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** Erases a customer from everywhere. What breaks off in the middle is done in full when it is asked for again. */
public final class Erasing {

    private final PersonalFiles files;
    private final List<Erasable> erasables;

    Erasing(PersonalFiles files, List<Erasable> erasables) {
        this.files = files;
        this.erasables = List.copyOf(erasables);
    }

    /**
     * Erases a customer.
     *
     * @param customer the id here, a phone number or an id of Meta's
     * @throws NotErased when there is no such customer, or something of theirs is under way
     */
    public Erased erase(String customer, Viewer by) {
        var traces = files.find(customer)
                .orElseThrow(() -> new NotErased(
                        false, "no customer, or more than one, has that id or phone number; expected the id of one"));
        erasables.stream()
                .map(each -> each.obstacle(traces))
                .flatMap(Optional::stream)
                .findFirst()
                .ifPresent(obstacle -> {
                    throw new NotErased(true, obstacle + "; try again");
                });
        var counts = new TreeMap<String, Integer>();
        erasables.forEach(each -> counts.putAll(each.erase(traces)));
        return new Erased(String.valueOf(traces.customer()), files.close(traces, counts, by));
    }
}
