package dev.rota.panel;

import dev.rota.conversation.Marks;
import dev.rota.conversation.Whole;
import dev.rota.inquiry.Content;
import java.util.List;
import java.util.stream.Stream;

/** Strings that would run, or break a page, wherever something shows them as anything but text. */
final class Hostile {

    private static final List<String> PAYLOADS = List.of(
            "<script>window.hit=1</script>",
            "<img src=x onerror=window.hit=1>",
            "<svg/onload=window.hit=1>",
            "<iframe srcdoc='<script>parent.hit=1</script>'></iframe>",
            "<details open ontoggle=window.hit=1>",
            "<input autofocus onfocus=window.hit=1>",
            "<body onload=window.hit=1>",
            "<a href=javascript:window.hit=1>x</a>",
            "<form action=//evil.example><button>x</button></form>",
            "<p hx-get=/login hx-trigger=load>x</p>",
            "<p hx-on::load='window.hit=1'>x</p>",
            "<style>*{display:none}</style>",
            "<base href=//evil.example/>",
            "<meta http-equiv=refresh content=0;url=//evil.example>",
            "<template><script>window.hit=1</script></template>",
            "${T(java.lang.Runtime).getRuntime()}",
            "__${7*7}__",
            "[[${7*7}]]",
            "{{constructor.constructor('window.hit=1')()}}",
            "&lt;script&gt;window.hit=1&lt;/script&gt;");

    private static final List<String> FRAMES = List.of(
            "%s",
            "\">%s", "'>%s", "</textarea>%s", "</title>%s", "<!--%s-->", "]]>%s", "</script>%s", "\u202E%s", "` + %s");

    private Hostile() {}

    static List<String> strings() {
        return FRAMES.stream()
                .flatMap(frame -> PAYLOADS.stream().map(payload -> frame.replace("%s", payload)))
                .toList();
    }

    /** The string as plain words, a button's title, or the caption and name of a file, in turn. */
    static Whole.Message said(int turn, String text) {
        var content = Stream.<Content>of(
                        new Content.Choice("button", "b", text),
                        new Content.Media("document", "m", "text/plain", text, text),
                        new Content.Location(0, 0, text, text))
                .toList()
                .get(turn % 3);
        return Said.by(1000 + turn, content, text, Marks.NONE);
    }
}
