package dev.rota.panel;

import dev.rota.conversation.FileRetries;
import dev.rota.conversation.SentFiles;
import dev.rota.conversation.Whole;
import dev.rota.desk.Viewer;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The files of conversations in memory: none lies anywhere, and none is fetched but by a test. */
record FakeFiles(FakeDesk desk) implements SentFiles, FileRetries {

    @Override
    public Optional<Found> find(long conversation, long file, Viewer viewer) {
        return Optional.empty();
    }

    @Override
    public Optional<String> number(long conversation, Viewer viewer) {
        return Optional.of("101");
    }

    @Override
    public boolean retry(long conversation, long file, Viewer by) {
        become(conversation, "due", null, Instant.MAX);
        return true;
    }

    /** Lets every file of a conversation come to that state, or brings one with its first message. */
    void become(long conversation, String state, @Nullable String error, Instant until) {
        desk.retells(
                conversation,
                message -> with(
                        message,
                        new Whole.Media(message.id(), state, "fatura.pdf", "application/pdf", 240_000L, error, until)));
    }

    private static Whole.Message with(Whole.Message m, Whole.Media media) {
        return new Whole.Message(
                m.id(),
                m.wamid(),
                m.direction(),
                m.type(),
                m.text(),
                m.at(),
                m.status(),
                m.author(),
                m.error(),
                m.content(),
                m.timed(),
                m.forwarded(),
                m.member(),
                m.about(),
                m.quoted(),
                m.marks(),
                media);
    }
}
