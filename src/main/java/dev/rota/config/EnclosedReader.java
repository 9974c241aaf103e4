package dev.rota.config;

import java.nio.charset.CharacterCodingException;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Finds the files that another file names, beside it.
 *
 * @param naming the file that names them
 * @param problems where the problems of the named ones go
 */
record EnclosedReader(RuleFiles files, Source naming, List<Problem> problems) {

    /** Gives the text of a file, if it is named and there, to somebody who reports what is wrong with it. */
    void read(String where, @Nullable Located<String> name, BiConsumer<String, Source> reader) {
        if (name == null) {
            return;
        }
        var file = files.find(RuleFiles.CONFIG + name.value());
        if (file.isEmpty()) {
            naming.problem(
                    name.line(),
                    where + ": there is no file '" + name.value() + "' in this folder"
                            + Nearest.hint(name.value(), like(name.value())));
            return;
        }
        var source = new Source(file.get().path(), problems);
        try {
            reader.accept(file.get().text(), source);
        } catch (CharacterCodingException unreadable) {
            source.problem(1, "the file cannot be read as UTF-8 text");
        }
    }

    /** The files of the same kind. */
    private List<String> like(String name) {
        var kind = name.substring(name.lastIndexOf('.') + 1);
        return files.in(RuleFiles.CONFIG).stream()
                .map(file -> file.name().substring(RuleFiles.CONFIG.length()))
                .filter(other -> other.endsWith("." + kind))
                .toList();
    }
}
