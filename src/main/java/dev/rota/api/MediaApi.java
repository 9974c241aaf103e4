package dev.rota.api;

import dev.rota.conversation.FileRetries;
import dev.rota.conversation.Refusal;
import dev.rota.conversation.SentFiles;
import dev.rota.desk.Viewer;
import dev.rota.media.FileNames;
import dev.rota.media.MediaFolder;
import dev.rota.media.NotSendable;
import dev.rota.media.Upload;
import dev.rota.media.Uploads;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** The files of conversations: to be saved by whoever may see the conversation, never to be shown as a page of ours. */
@RestController
@RequestMapping("/api/conversations/{id}/media")
class MediaApi {

    /** Types whose bytes no browser would take for a program, whatever it is told. */
    private static final Set<String> TOLD = Set.of(
            "image/jpeg",
            "image/png",
            "image/webp",
            "image/gif",
            "audio/aac",
            "audio/amr",
            "audio/mpeg",
            "audio/mp4",
            "audio/ogg",
            "video/mp4",
            "video/3gpp",
            "application/pdf");

    private final SentFiles files;
    private final FileRetries retries;
    private final MediaFolder folder;
    private final Uploads uploads;

    MediaApi(SentFiles files, FileRetries retries, MediaFolder folder, Uploads uploads) {
        this.files = files;
        this.retries = retries;
        this.folder = folder;
        this.uploads = uploads;
    }

    /** Takes a file that is to be sent; it goes out with a reply that names it. */
    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<Upload> upload(
            @PathVariable String id, @RequestPart MultipartFile file, @AuthenticationPrincipal Viewer viewer)
            throws IOException, NotSendable {
        var conversation = Ids.conversation(id);
        var number = files.number(conversation, viewer).orElseThrow(() -> Ids.noConversation(id));
        try (var bytes = file.getInputStream()) {
            var upload = uploads.take(conversation, number, bytes, file.getOriginalFilename(), viewer.name());
            return ResponseEntity.status(HttpStatus.CREATED).body(upload);
        }
    }

    @GetMapping("/{media}")
    ResponseEntity<Resource> get(
            @PathVariable String id, @PathVariable String media, @AuthenticationPrincipal Viewer viewer) {
        var found = found(id, media, viewer);
        return ResponseEntity.ok().headers(headers(found)).body(new FileSystemResource(bytes(found)));
    }

    /** Has one fetched anew that could not be, as long as Meta keeps it. */
    @PostMapping("/{media}/retry")
    RetriesApi.Retried retry(
            @PathVariable String id, @PathVariable String media, @AuthenticationPrincipal Viewer viewer) {
        var file = found(id, media, viewer).media().id();
        return new RetriesApi.Retried(retries.retry(Ids.conversation(id), file, viewer) ? 1 : 0);
    }

    private SentFiles.Found found(String id, String media, Viewer viewer) {
        return Ids.number(media).stream()
                .mapToObj(file -> files.find(Ids.conversation(id), file, viewer))
                .flatMap(Optional::stream)
                .findAny()
                .orElseThrow(() -> new Refusal.NotFound("there is no file " + media + " in conversation " + id));
    }

    private Path bytes(SentFiles.Found found) {
        var media = found.media();
        if (found.sha256() == null) {
            var why = media.error() == null ? "" : ": " + media.error();
            throw new Refusal.NotFound("file " + media.id() + " is not here (" + media.state() + ")" + why);
        }
        return folder.find(found.sha256())
                .orElseThrow(() -> new Refusal.NotFound("file " + media.id()
                        + " is not in this engine's media folder; ROTA_MEDIA_DIR must be one that all engines share"));
    }

    private static HttpHeaders headers(SentFiles.Found found) {
        var media = found.media();
        var type = media.mimeType();
        var name = FileNames.of(media.name(), found.type() + "-" + media.id(), type);
        var headers = new HttpHeaders();
        headers.setContentType(
                type != null && TOLD.contains(type) ? MediaType.valueOf(type) : MediaType.APPLICATION_OCTET_STREAM);
        headers.setContentDisposition(ContentDisposition.attachment()
                .filename(name, StandardCharsets.UTF_8)
                .build());
        headers.setCacheControl(CacheControl.noStore());
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("Content-Security-Policy", "default-src 'none'; sandbox");
        headers.set("Cross-Origin-Resource-Policy", "same-origin");
        return headers;
    }
}
