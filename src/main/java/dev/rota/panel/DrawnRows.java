package dev.rota.panel;

import static java.util.stream.Collectors.joining;

import java.util.Map;

/**
 * The rows of a list as HTML, in which everything that people wrote is escaped.
 *
 * @param time the span of time at which ages were counted
 * @param rows each row by the id of its conversation, in their order
 */
record DrawnRows(long time, Map<Long, String> rows) {

    /** All of them. */
    public String all() {
        return String.join("", rows.values());
    }

    /** All of them for a page that has others: of a row that it has as it is, there is only the id. */
    String after(DrawnRows had) {
        return rows.entrySet().stream()
                .map(row -> row.getValue().equals(had.rows.get(row.getKey()))
                        ? "<li data-same=\"" + row.getKey() + "\"></li>"
                        : row.getValue())
                .collect(joining());
    }
}
