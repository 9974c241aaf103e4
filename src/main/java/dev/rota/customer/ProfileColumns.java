package dev.rota.customer;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The first line of a file of customers: which column tells what. */
final class ProfileColumns {

    private static final Set<String> KEYS = Set.of("phone", "id");
    private static final Set<String> OWN = Set.of("name", "tier", "city");

    private static final char NOT_UTF_8 = '\uFFFD';

    private final List<String> columns;

    /** @throws NotAProfile when no customer can be told by it */
    ProfileColumns(String[] cells) {
        this.columns = List.of(cells).stream().map(String::strip).toList();
        if (columns.stream().filter(KEYS::contains).count() != 1) {
            throw new NotAProfile(
                    "columns", "expected names such as phone,name,tier,city; one column is called phone or id");
        }
        if (new HashSet<>(columns).size() < columns.size()) {
            throw new NotAProfile("columns", "one name stands there twice");
        }
        columns.forEach(CustomerProfile::requireName);
    }

    /** What a file with these columns tells of, besides whom. */
    Set<String> told() {
        var told = new HashSet<>(columns);
        told.removeAll(KEYS);
        return told;
    }

    /**
     * The customer of a line; an empty cell says that nothing is known.
     *
     * @throws NotAProfile when it can't be kept
     */
    CustomerProfile profile(String[] cells) {
        if (cells.length != columns.size()) {
            throw new NotAProfile(
                    "line", cells.length + " cells; expected " + columns.size() + " as in the first line");
        }
        if (Stream.of(cells).anyMatch(cell -> cell.indexOf(NOT_UTF_8) >= 0)) {
            throw new NotAProfile("line", "is not UTF-8; expected a file saved as 'CSV UTF-8'");
        }
        var byColumn = new HashMap<String, String>();
        for (int at = 0; at < cells.length; at++) {
            if (!cells[at].isBlank()) {
                byColumn.put(columns.get(at), cells[at].strip());
            }
        }
        var attributes = new HashMap<>(byColumn);
        attributes.keySet().removeAll(KEYS);
        attributes.keySet().removeAll(OWN);
        return new CustomerProfile(
                        CustomerProfile.idOf(key(byColumn)),
                        byColumn.get("name"),
                        byColumn.get("tier"),
                        byColumn.get("city"),
                        attributes)
                .checked();
    }

    private static String key(Map<String, String> cells) {
        @Nullable String phone = cells.get("phone");
        return phone == null ? cells.getOrDefault("id", "") : phone;
    }
}
