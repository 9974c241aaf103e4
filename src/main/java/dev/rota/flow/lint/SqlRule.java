package dev.rota.flow.lint;

import dev.rota.config.Nearest;
import dev.rota.customer.Question;
import dev.rota.flow.yaml.Source;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.springframework.core.ResolvableType;

/** Whether the SQL that a route names is there, and asks by what it is given. */
final class SqlRule {

    private static final String SCHEME = "sql";
    private static final String FILE = "file:";
    private static final Pattern COMMENT = Pattern.compile("--[^\\n]*");
    private static final Pattern PARAMETER = Pattern.compile(":#(?:in:)?(\\w+)");

    private SqlRule() {}

    /** An address that a step sends to, with the type of what it sends. */
    static void check(Source source, Address address, ResolvableType given) {
        if (!address.scheme().equals(SCHEME)) {
            return;
        }
        if (!address.path().startsWith(FILE)) {
            source.problem(address.place(), "SQL stands in a route; expected sql:file: and a file in sql/");
            return;
        }
        var file = Path.of(address.path().substring(FILE.length())).normalize();
        try {
            var sql = COMMENT.matcher(Files.readString(file, StandardCharsets.UTF_8))
                    .replaceAll("");
            if (given.toClass() == Question.class) {
                PARAMETER
                        .matcher(sql)
                        .results()
                        .map(found -> found.group(1))
                        .distinct()
                        .forEach(name -> {
                            if (!Question.names().contains(name)) {
                                source.problem(
                                        address.place(),
                                        file.getFileName() + " asks by ':#" + name + "', which nothing gives it"
                                                + Nearest.hint(name, Question.names()));
                            }
                        });
            }
        } catch (IOException e) {
            source.problem(address.place(), "there is no " + file.getFileName() + " that can be read");
        }
    }
}
