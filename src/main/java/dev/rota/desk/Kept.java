package dev.rota.desk;

/**
 * Data of one class, which is kept for a time only.
 *
 * @param data its name in {@code rota.retention}
 * @param usual how long it is kept when nothing else is set
 * @param sweep a statement that deals with a batch: with {@code :after}, {@code :before} and {@code :rows} it gives
 *     {@code next}, where the next batch begins, null when nothing is left; {@code settled}, whether nothing before
 *     that can become too old later; and {@code changed}
 */
public record Kept(String data, Age usual, String sweep) {

    /**
     * Rows that are deleted, in the order of their ids, which is about that of their time.
     *
     * @param table has a column {@code id}
     * @param time the column that tells their age
     * @param condition what else must be so
     */
    public static Kept deleted(String data, Age usual, String table, String time, String condition) {
        var action = "DELETE FROM %s USING old WHERE %s.id = old.id AND %s".formatted(table, table, condition);
        return new Kept(data, usual, inOrder(table, time, action, "false"));
    }

    /**
     * Rows that stay but lose what they say, in the order of their ids.
     *
     * @param table has a column {@code id}
     * @param time the column that tells their age
     * @param action what is done with those whose ids are in {@code old}
     */
    public static Kept emptied(String data, Age usual, String table, String time, String action) {
        return new Kept(data, usual, inOrder(table, time, action, "coalesce(bool_and(over), false)"));
    }

    private static String inOrder(String table, String time, String action, String settled) {
        return """
                WITH batch AS MATERIALIZED (
                    SELECT id, %s < :before AS over FROM %s WHERE id > :after ORDER BY id LIMIT :rows
                ), old AS (
                    SELECT id FROM batch WHERE over
                ), done AS (
                    %s RETURNING 1
                )
                SELECT CASE WHEN bool_or(over) THEN max(id) END AS next, %s AS settled,
                    (SELECT count(*) FROM done) AS changed
                FROM batch
                """
                .formatted(time, table, action, settled);
    }

    /** Rows that are deleted, in no order, few enough to be looked through. */
    public static Kept deletedInNoOrder(String data, Age usual, String table, String time) {
        return new Kept(
                data,
                usual,
                """
                WITH done AS (
                    DELETE FROM %s WHERE :after = 0 AND ctid = ANY (ARRAY(SELECT ctid FROM %s WHERE %s < :before LIMIT :rows))
                    RETURNING 1
                )
                SELECT CASE WHEN count(*) = :rows THEN 0::bigint END AS next, false AS settled, count(*) AS changed FROM done
                """
                        .formatted(table, table, time));
    }
}
