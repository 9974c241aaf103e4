package dev.rota.config;

import java.io.StringReader;
import java.nio.charset.CharacterCodingException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;

/** YAML as nodes that remember their lines. */
final class Document {

    private static final String UNREADABLE = "the file is missing or cannot be read as UTF-8 text";

    private Document() {}

    /** The nodes of a file; null when it is missing or not YAML, which is reported. */
    static @Nullable Node read(Optional<RuleFile> file, Source source) {
        if (file.isPresent()) {
            return read(file.get(), source);
        }
        source.problem(1, UNREADABLE);
        return null;
    }

    /** The nodes of a file; null when it is not YAML, which is reported. */
    static @Nullable Node read(RuleFile file, Source source) {
        try {
            return compose(file.text());
        } catch (MarkedYAMLException broken) {
            var mark = broken.getProblemMark();
            source.problem(mark == null ? 1 : mark.getLine() + 1, "this is not YAML: " + broken.getProblem());
        } catch (YAMLException broken) {
            source.problem(1, "this is not YAML: " + broken.getMessage());
        } catch (CharacterCodingException unreadable) {
            source.problem(1, UNREADABLE);
        }
        return null;
    }

    /** The nodes of a text; one without content is a mapping without keys. */
    static Node compose(String yaml) {
        var root = new Yaml(new LoaderOptions()).compose(new StringReader(yaml));
        return root == null ? compose("{}") : root;
    }
}
