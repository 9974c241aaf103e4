package dev.rota.panel;

import dev.rota.conversation.Refusal;
import dev.rota.conversation.SentFiles;
import dev.rota.desk.Viewer;
import dev.rota.desk.Wording;
import dev.rota.media.NotSendable;
import dev.rota.media.Uploads;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.web.multipart.MultipartFile;

/** Takes the file of a form that answers with one. */
final class Attaching {

    private final SentFiles files;
    private final Uploads uploads;

    Attaching(SentFiles files, Uploads uploads) {
        this.files = files;
        this.uploads = uploads;
    }

    /**
     * What the customer is to be shown.
     *
     * @param words to be shown beside it; empty for none
     */
    Wording attach(long conversation, MultipartFile file, String words, Viewer by) {
        var number = files.number(conversation, by)
                .orElseThrow(() -> new Refusal.NotFound("there is no conversation " + conversation));
        try (var bytes = file.getInputStream()) {
            var upload = uploads.take(conversation, number, bytes, file.getOriginalFilename(), by.name());
            return new Wording.Upload(upload.type(), upload.id(), words.isEmpty() ? null : words, upload.name());
        } catch (NotSendable e) {
            throw new Refusal.Invalid("file", String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw new UncheckedIOException("an upload can't be kept", e);
        }
    }
}
