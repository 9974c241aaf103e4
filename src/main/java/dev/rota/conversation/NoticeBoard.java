package dev.rota.conversation;

import dev.rota.desk.Company;
import dev.rota.desk.Heard;
import dev.rota.desk.Number;
import dev.rota.desk.Templates;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Keeps the notices that say something. */
final class NoticeBoard implements Notices {

    private static final String PIN =
            """
            INSERT INTO notice (event, number, about, sentence, at)
            SELECT * FROM unnest(:events, :numbers, :abouts, :sentences, :ats)
            """;

    /** What Meta's names of the fields begin with that tell of templates. */
    private static final List<String> OF_TEMPLATES = List.of("message_template_", "template_");

    private final JdbcClient jdbc;
    private final Supplier<Company> company;
    private final Templates templates;

    NoticeBoard(JdbcClient jdbc, Supplier<Company> company, Templates templates) {
        this.jdbc = jdbc;
        this.company = company;
        this.templates = templates;
    }

    /** Keeps what says something, and has templates fetched again when there is news of one. */
    void pin(List<Heard.Notice> notices) {
        if (notices.stream().anyMatch(NoticeBoard::isOfTemplates)) {
            templates.outdated();
        }
        var telling = notices.stream().filter(each -> each.sentence() != null).toList();
        if (!telling.isEmpty()) {
            jdbc.sql(PIN)
                    .param("events", Unnest.bigints(telling, each -> each.event()
                            .id()))
                    .param("numbers", Unnest.texts(telling, each -> each.event().number()))
                    .param("abouts", Unnest.texts(telling, Heard.Notice::about))
                    .param("sentences", Unnest.texts(telling, Heard.Notice::sentence))
                    .param("ats", Unnest.instants(telling, each -> each.event().receivedAt()))
                    .update();
        }
    }

    private static boolean isOfTemplates(Heard.Notice notice) {
        return OF_TEMPLATES.stream().anyMatch(notice.about()::startsWith);
    }

    @Override
    public List<Notice> latest(int most) {
        return jdbc.sql("SELECT about, sentence, number, at FROM notice ORDER BY at DESC, id DESC LIMIT :most")
                .param("most", most)
                .query((row, n) -> new Notice(
                        Columns.text(row, "about"),
                        Columns.text(row, "sentence"),
                        name(Columns.text(row, "number")),
                        Columns.instant(row, "at")))
                .list();
    }

    private @Nullable String name(String id) {
        return id.isEmpty()
                ? null
                : company.get().numberById(id).map(Number::name).orElse(id);
    }
}
