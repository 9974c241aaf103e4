package dev.rota.config;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a CSV text (RFC 4180) whose first line names the columns; a semicolon may stand for the comma, as
 * spreadsheets write it where the comma is in numbers.
 */
record Table(List<String> columns, List<Row> rows) {

    private static final CsvMapper MAPPER = CsvMapper.builder()
            .enable(CsvParser.Feature.WRAP_AS_ARRAY, CsvParser.Feature.TRIM_SPACES, CsvParser.Feature.SKIP_EMPTY_LINES)
            .build();

    /**
     * One row.
     *
     * @param cells what stands in it, by column; empty cells are left out
     */
    record Row(int line, Map<String, String> cells) {

        @Nullable
        String cell(String column) {
            return cells.get(column);
        }
    }

    /** Reads a text; one that cannot be read gives no rows from there on, and a problem. */
    static Table read(String text, Source source) {
        var content = text.replaceFirst("^\uFEFF", "");
        var separator = content.lines().findFirst().orElse("").contains(";") ? ';' : ',';
        var columns = new ArrayList<String>();
        var rows = new ArrayList<Row>();
        var reader =
                MAPPER.readerFor(String[].class).with(CsvSchema.emptySchema().withColumnSeparator(separator));
        try (var lines = reader.<String[]>readValues(content)) {
            while (lines.hasNextValue()) {
                var line = lines.getCurrentLocation().getLineNr();
                var cells = lines.nextValue();
                if (columns.isEmpty()) {
                    columns.addAll(List.of(cells));
                } else if (!Arrays.stream(cells).allMatch(String::isBlank)) {
                    rows.add(row(line, columns, cells, source));
                }
            }
        } catch (IOException broken) {
            var why = broken instanceof JsonProcessingException json ? json.getOriginalMessage() : broken.getMessage();
            source.problem(rows.isEmpty() ? 1 : rows.get(rows.size() - 1).line(), "this is not CSV: " + why);
        }
        return new Table(List.copyOf(columns), List.copyOf(rows));
    }

    private static Row row(int line, List<String> columns, String[] cells, Source source) {
        if (cells.length > columns.size()) {
            source.problem(
                    line, cells.length + " cells stand here; expected " + columns.size() + " as in the first line");
        }
        var byColumn = new LinkedHashMap<String, String>();
        for (var i = 0; i < Math.min(cells.length, columns.size()); i++) {
            if (!cells[i].isBlank()) {
                byColumn.put(columns.get(i), cells[i]);
            }
        }
        return new Row(line, byColumn);
    }

    /** The text of rows with these columns in this order, separated by commas. */
    static String write(List<String> columns, List<Row> rows) {
        var schema = CsvSchema.builder()
                .addColumns(columns, CsvSchema.ColumnType.STRING)
                .build()
                .withHeader();
        try {
            return MAPPER.writer(schema)
                    .writeValueAsString(rows.stream().map(Row::cells).toList());
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException("texts cannot be written as CSV", impossible);
        }
    }
}
