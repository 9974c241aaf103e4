package dev.rota.whole;

import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;

/** Looks at a page from inside, for as long as it is open: what it finds wrong there are sentences. */
final class Watch {

    private static final Path SCRIPT = Path.of("src/test/resources/whole/watch.js");

    /** What is refused because it comes too late, or given up for something newer, is told as an error. */
    private static final Pattern REFUSED = Pattern.compile(
            "Failed to load resource: the server responded with a status of (403|404|409|422) .*|Response Status Error"
                    + " Code (403|404|409|422) from /conversations/.*|htmx:(sendAbort|afterRequest), .*",
            Pattern.DOTALL);

    /** A wire that is cut shows in all that was asked over it; the stream tells its end as an event. */
    private static final Pattern UNREACHED =
            Pattern.compile(".*net::ERR_.*|htmx:sendError.*|\\[object Event]", Pattern.DOTALL);

    private final List<String> faults = new CopyOnWriteArrayList<>();

    private Watch() {}

    /**
     * Begins to look at a page, before anything is shown on it.
     *
     * @param who whose page it is
     * @param cut whether its wire has been cut
     */
    static Watch over(Page page, String who, Replied replied, BooleanSupplier cut) {
        var watch = new Watch();
        page.exposeFunction("tell", told -> {
            watch.told(who, told, replied);
            return "";
        });
        page.addInitScript(script());
        page.onPageError(error -> watch.faults.add(who + ": " + error));
        page.onConsoleMessage(message -> watch.console(who, message, cut.getAsBoolean()));
        return watch;
    }

    List<String> faults() {
        return faults;
    }

    private void told(String who, Object[] told, Replied replied) {
        var text = String.valueOf(told[1]);
        switch (String.valueOf(told[0])) {
            case "asked" ->
                replied.asked(text, Long.parseLong(String.valueOf(told[2])), Long.parseLong(String.valueOf(told[3])));
            case "sent" -> replied.sent(text);
            case "refused" -> replied.refused(text);
            default -> faults.add(who + ": " + told[0] + ": " + text);
        }
    }

    private void console(String who, ConsoleMessage message, boolean cut) {
        if (isFault(message.type(), message.text(), cut)) {
            faults.add(who + ": console: " + message.text() + ", at " + Instant.now()); // as the engine's log has it
        }
    }

    /** Whether a page that is well would not say so. */
    static boolean isFault(String type, String text, boolean cut) {
        return type.equals("error")
                && !REFUSED.matcher(text).matches()
                && !(cut && UNREACHED.matcher(text).matches());
    }

    private static String script() {
        try {
            return Files.readString(SCRIPT);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
