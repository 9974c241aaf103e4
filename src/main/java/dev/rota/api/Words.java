package dev.rota.api;

import dev.rota.conversation.Refusal.Invalid;
import dev.rota.desk.Wording;
import dev.rota.media.Upload;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a reply says, from the members of its body. */
final class Words {

    private static final Set<String> FILES = Set.of("image", "video", "audio", "document");

    private Words() {}

    /**
     * The one thing that the body says.
     *
     * @throws Invalid when there is none, or more than one
     */
    static Wording of(Body.Reply body, LongFunction<Optional<Upload>> uploads) {
        var said = Stream.of(body.template(), body.buttons(), body.list(), body.media(), body.text())
                .filter(Objects::nonNull)
                .toList();
        if (said.size() > 1) {
            throw new Invalid("text", "a reply is one of text, template, buttons, list and media; this is several");
        }
        if (body.template() != null) {
            return template(body.template());
        }
        if (body.buttons() != null) {
            var buttons = body.buttons();
            return new Wording.Buttons(clean(buttons.body()), choices(buttons.buttons()));
        }
        if (body.list() != null) {
            var list = body.list();
            return new Wording.Rows(clean(list.body()), clean(list.button()), choices(list.rows()));
        }
        return body.media() != null ? file(body.media(), uploads) : text(body.text());
    }

    private static Wording text(@Nullable String text) {
        if (text == null || text.isBlank()) {
            throw new Invalid("text", "the text is missing; expected what the customer shall read");
        }
        return new Wording.Text(clean(text));
    }

    static Wording.Template template(Body.Template template) {
        var parameters = template.parameters() == null
                ? List.<String>of()
                : template.parameters().stream().map(Words::clean).toList();
        return Wording.Template.unknown(clean(template.name()), clean(template.language()), parameters);
    }

    private static Wording file(Body.Media media, LongFunction<Optional<Upload>> uploads) {
        if (media.file() != null) {
            return upload(media, media.file(), uploads);
        }
        if (media.id() == null) {
            throw new Invalid("media", "expected file, an upload's id, or id and type of a file that Meta has");
        }
        if (media.type() == null || !FILES.contains(media.type())) {
            throw new Invalid("media.type", "expected image, video, audio or document");
        }
        return new Wording.File(media.type(), clean(media.id()), cleaned(media.caption()), cleaned(media.filename()));
    }

    private static Wording upload(Body.Media media, String file, LongFunction<Optional<Upload>> uploads) {
        if (media.id() != null || media.type() != null) {
            throw new Invalid(
                    "media", "an upload has a type and no id of Meta's yet; expected file without id and type");
        }
        var upload = Ids.number(file).stream()
                .mapToObj(uploads)
                .flatMap(Optional::stream)
                .findAny()
                .orElseThrow(() -> new Invalid(
                        "media.file", "there is no such upload to this conversation, or it was sent already"));
        var name = media.filename() == null ? upload.name() : clean(media.filename());
        return new Wording.Upload(upload.type(), upload.id(), cleaned(media.caption()), name);
    }

    private static List<Wording.Choice> choices(List<Body.Choice> choices) {
        return choices.stream()
                .map(one -> new Wording.Choice(clean(one.id()), clean(one.title()), cleaned(one.description())))
                .toList();
    }

    private static @Nullable String cleaned(@Nullable String text) {
        return text == null ? null : clean(text);
    }

    /** PostgreSQL refuses U+0000 in a text. */
    private static String clean(String text) {
        return text.replace('\0', '\uFFFD');
    }
}
