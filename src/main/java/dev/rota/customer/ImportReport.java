package dev.rota.customer;

import java.util.List;

/**
 * What became of a file of customers.
 *
 * @param read how many lines told of a customer
 * @param created customers who were not known before
 * @param changed customers of whom something else is known now
 * @param unchanged lines that said what was known
 * @param refused how many lines can't be kept
 * @param lines the first of those, with the reason
 * @param complete whether the file was read to its end
 */
public record ImportReport(
        long read, long created, long changed, long unchanged, long refused, List<Refused> lines, boolean complete) {

    public ImportReport {
        lines = List.copyOf(lines);
    }

    /** A line that can't be kept; the sentence has none of its words. */
    public record Refused(long line, String sentence) {}
}
