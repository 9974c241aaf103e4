package dev.rota.customer;

import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvFactory;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;

/**
 * The rows of a CSV file (RFC 4180) of any length, one at a time. Cells are parted by comma, semicolon or tab, whichever the
 * first line has most of: spreadsheets write a semicolon where the comma is in numbers.
 */
final class ProfileFile implements AutoCloseable {

    /** Beyond that a quote was never closed, and the rest of the file is in one cell. */
    private static final int LONGEST_CELL = 4096;

    private static final int LONGEST_FIRST_LINE = 64 * 1024;

    private static final CsvMapper MAPPER = CsvMapper.builder(CsvFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxStringLength(LONGEST_CELL)
                            .build())
                    .build())
            .enable(CsvParser.Feature.WRAP_AS_ARRAY, CsvParser.Feature.SKIP_EMPTY_LINES)
            .build();

    private final MappingIterator<String[]> rows;
    private long line;

    /** Begins to read; what is not UTF-8 is read as U+FFFD. */
    ProfileFile(InputStream bytes) throws IOException {
        var text = new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8), 2 * LONGEST_FIRST_LINE);
        skipMark(text);
        rows = MAPPER.readerFor(String[].class)
                .with(CsvSchema.emptySchema().withColumnSeparator(separator(text)))
                .readValues(text);
    }

    boolean hasNext() throws IOException {
        return rows.hasNextValue();
    }

    /** The cells of the next row. */
    String[] next() throws IOException {
        line = rows.getCurrentLocation().getLineNr();
        return rows.nextValue();
    }

    /** The line at which the row began that was read last; before the first, none. */
    long line() {
        return line;
    }

    private static void skipMark(BufferedReader text) throws IOException {
        text.mark(1);
        if (text.read() != '\uFEFF') {
            text.reset();
        }
    }

    private static char separator(BufferedReader text) throws IOException {
        text.mark(LONGEST_FIRST_LINE);
        var first = new char[LONGEST_FIRST_LINE];
        var length = Math.max(0, text.read(first, 0, first.length));
        text.reset();
        var line = new String(first, 0, length).lines().findFirst().orElse("");
        return Stream.of(',', ';', '\t')
                .max((one, other) -> Long.compare(count(line, one), count(line, other)))
                .orElseThrow();
    }

    private static long count(String line, char separator) {
        return line.chars().filter(c -> c == separator).count();
    }

    @Override
    public void close() throws IOException {
        rows.close();
    }
}
