package dev.rota.panel;

import dev.rota.access.Caller;
import dev.rota.conversation.Position;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /api/stream}: which conversations have changed, by id alone. */
@RestController
class StreamController {

    private final Live live;

    StreamController(Live live) {
        this.live = live;
    }

    /**
     * Opens a stream.
     *
     * @param last the id of the last event that arrived, which a browser sends when it comes back
     * @param after the same for the first time: the position at which the page was made
     * @param page what a page calls itself that is to be sent its list
     */
    @GetMapping(path = "/api/stream")
    ResponseEntity<?> stream(
            Caller caller,
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String last,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "") String page) {
        var from =
                Optional.ofNullable(last).or(() -> Optional.ofNullable(after)).map(StreamController::position);
        var stream = live.follow(caller, page, from.orElse(null));
        if (stream.isEmpty()) {
            return ResponseEntity.of(tooMany()).build();
        }
        return ResponseEntity.ok()
                .contentType(MediaType.TEXT_EVENT_STREAM)
                .header("X-Accel-Buffering", "no")
                .body(stream.get());
    }

    /** What is no position is one that nobody can go on from. */
    private static Position position(String text) {
        return Position.of(text).orElse(new Position(0, 0));
    }

    private static ProblemDetail tooMany() {
        return ProblemDetail.forStatusAndDetail(
                HttpStatus.TOO_MANY_REQUESTS,
                "you have " + Live.MOST_STREAMS + " streams open already; close one to open another");
    }
}
