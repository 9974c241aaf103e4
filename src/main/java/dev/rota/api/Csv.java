package dev.rota.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.dataformat.csv.CsvGenerator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** A table for spreadsheets (RFC 4180, UTF-8, the first line names the columns). */
final class Csv {

    static final MediaType TYPE = new MediaType("text", "csv", StandardCharsets.UTF_8);

    /** What a spreadsheet would take for a formula and run: https://owasp.org/www-community/attacks/CSV_Injection. */
    private static final Pattern FORMULA = Pattern.compile("^[=+\\-@\\t\\r]");

    private static final ObjectWriter WRITER = CsvMapper.builder()
            .enable(CsvGenerator.Feature.STRICT_CHECK_FOR_QUOTING)
            .build()
            .writer();

    private final List<List<String>> rows = new ArrayList<>();

    /** Begins with the names of the columns. */
    Csv(String... columns) {
        rows.add(List.of(columns));
    }

    /** Adds a row; what is null is empty. */
    void add(@Nullable Object... cells) {
        rows.add(Arrays.stream(cells).map(Csv::cell).toList());
    }

    private static String cell(@Nullable Object value) {
        var text = Objects.toString(value, "");
        return FORMULA.matcher(text).find() ? "'" + text : text;
    }

    /** The answer with the table as a file of that name. */
    ResponseEntity<Resource> answer(String name) {
        var file = ContentDisposition.attachment().filename(name).build();
        return ResponseEntity.ok()
                .contentType(TYPE)
                .header(HttpHeaders.CONTENT_DISPOSITION, file.toString())
                .body(new ByteArrayResource(text().getBytes(StandardCharsets.UTF_8)));
    }

    private String text() {
        try {
            return WRITER.writeValueAsString(rows);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
