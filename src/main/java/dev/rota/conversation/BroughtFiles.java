package dev.rota.conversation;

import dev.rota.desk.Attachment;
import dev.rota.desk.Attachments;
import dev.rota.desk.Turn;
import dev.rota.inquiry.Content;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** Sees to it that the files which messages bring are fetched. */
final class BroughtFiles {

    private final Attachments attachments;

    BroughtFiles(Attachments attachments) {
        this.attachments = attachments;
    }

    /** Notes the files of messages that have been written down. */
    void note(List<Turn> turns, Map<Long, Long> conversations) {
        attachments.expect(
                turns.stream().flatMap(turn -> file(turn, conversations)).toList());
    }

    private static Stream<Attachment> file(Turn turn, Map<Long, Long> conversations) {
        if (!(turn.message().said().content() instanceof Content.Media media)) {
            return Stream.empty();
        }
        return Stream.of(new Attachment(
                turn.event().id(),
                Objects.requireNonNull(conversations.get(turn.event().id())),
                turn.event().number(),
                media.type(),
                media.id(),
                media.mimeType(),
                media.filename(),
                MessageTimes.at(turn)));
    }
}
