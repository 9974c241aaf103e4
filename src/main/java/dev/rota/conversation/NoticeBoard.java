package dev.rota.conversation;

import dev.rota.desk.Company;
import dev.rota.desk.Heard;
import dev.rota.desk.Number;
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

    private final JdbcClient jdbc;
    private final Supplier<Company> company;

    NoticeBoard(JdbcClient jdbc, Supplier<Company> company) {
        this.jdbc = jdbc;
        this.company = company;
    }

    void pin(List<Heard.Notice> notices) {
        var telling = notices.stream().filter(each -> each.sentence() != null).toList();
        if (!telling.isEmpty()) {
            jdbc.sql(PIN)
                    .param("events", Unnest.bigints(telling, each -> each.event().id()))
                    .param("numbers", Unnest.texts(telling, each -> each.event().number()))
                    .param("abouts", Unnest.texts(telling, Heard.Notice::about))
                    .param("sentences", Unnest.texts(telling, Heard.Notice::sentence))
                    .param("ats", Unnest.instants(telling, each -> each.event().receivedAt()))
                    .update();
        }
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
        return id.isEmpty() ? null : company.get().numberById(id).map(Number::name).orElse(id);
    }
}
