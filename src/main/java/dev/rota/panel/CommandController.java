package dev.rota.panel;

import dev.rota.conversation.Answering;
import dev.rota.conversation.Attention;
import dev.rota.conversation.Commands;
import dev.rota.conversation.FileRetries;
import dev.rota.conversation.Notes;
import dev.rota.conversation.Refusal;
import dev.rota.desk.FileKind;
import dev.rota.desk.Viewer;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;

/**
 * What people do with the open conversation. The answer shows it as it is then, and a sentence when the command had no
 * effect.
 */
@Controller
class CommandController {

    private final Commands commands;
    private final Notes notes;
    private final FileRetries files;
    private final Desk desk;
    private final Attaching attaching;
    private final Attention attention;

    CommandController(
            Commands commands, Notes notes, FileRetries files, Desk desk, Attaching attaching, Attention attention) {
        this.commands = commands;
        this.notes = notes;
        this.files = files;
        this.desk = desk;
        this.attaching = attaching;
        this.attention = attention;
    }

    @PostMapping("/conversations/{id}/{command}")
    String act(
            @PathVariable long id,
            @PathVariable String command,
            @RequestParam(required = false) @Nullable MultipartFile file,
            Form form,
            @AuthenticationPrincipal Viewer viewer,
            Locale locale,
            HttpServletResponse response,
            Model model) {
        return answer(id, viewer, locale, response, model, () -> {
            carryOut(command, id, form, file, viewer);
            response.setHeader("HX-Trigger-After-Swap", "done-" + command);
        });
    }

    /** What could not be fetched is fetched anew; that it is under way or here already needs no words. */
    @PostMapping("/conversations/{id}/files/{file}/retry")
    String retry(
            @PathVariable long id,
            @PathVariable long file,
            @AuthenticationPrincipal Viewer viewer,
            Locale locale,
            HttpServletResponse response,
            Model model) {
        return answer(id, viewer, locale, response, model, () -> files.retry(id, file, viewer));
    }

    private String answer(
            long id, Viewer viewer, Locale locale, HttpServletResponse response, Model model, Runnable command) {
        try {
            command.run();
        } catch (Refusal refusal) {
            response.setStatus(status(refusal).value());
            model.addAttribute("notice", sentence(refusal));
        }
        var view = desk.conversation(id, viewer, locale);
        view.ifPresent(one -> model.addAttribute("view", one));
        return view.isPresent() ? "conversation :: answer" : "conversation :: gone";
    }

    /** The composer says it now and then while something is written. */
    @PostMapping("/conversations/{id}/typing")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void typing(@PathVariable long id, @AuthenticationPrincipal Viewer viewer) {
        attention.types(id, viewer);
    }

    private void carryOut(String command, long id, Form form, @Nullable MultipartFile file, Viewer by) {
        var epoch = form.epoch();
        switch (command) {
            case "claim" -> commands.claim(id, epoch, by);
            case "assign" -> commands.assign(id, epoch, Form.given(form.agent()), form.reason(), by);
            case "release" -> commands.release(id, epoch, by);
            case "move" -> commands.move(id, epoch, Form.given(form.queue()), by);
            case "close" -> commands.close(id, epoch, by);
            case "reopen" -> commands.reopen(id, epoch, by);
            case "reply" -> {
                commands.reply(id, answer(id, form, file, by), by);
                attention.reads(id, by);
            }
            case "note" -> notes.write(id, Form.given(form.text()), by);
            default -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
    }

    private Answering answer(long id, Form form, @Nullable MultipartFile file, Viewer by) {
        return file == null || file.isEmpty()
                ? Composed.answer(form)
                : Composed.answer(form, attaching.attach(id, file, Composed.beside(form), by));
    }

    /** A file that is larger than anything that Meta takes is not even read. */
    @ExceptionHandler
    String tooLarge(MaxUploadSizeExceededException fault, HttpServletResponse response, Model model) {
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        model.addAttribute(
                "notice", "Meta takes files of up to " + FileKind.DOCUMENT.megabytes() + " MB; this one is larger.");
        return "conversation :: notice(oob=true)";
    }

    private static HttpStatus status(Refusal refusal) {
        if (refusal instanceof Refusal.NotFound) {
            return HttpStatus.NOT_FOUND;
        }
        if (refusal instanceof Refusal.Forbidden) {
            return HttpStatus.FORBIDDEN;
        }
        return refusal instanceof Refusal.Stale ? HttpStatus.CONFLICT : HttpStatus.UNPROCESSABLE_ENTITY;
    }

    /** The reason as a whole sentence: reasons begin small, since elsewhere they end a longer one. */
    static String sentence(Refusal refusal) {
        var reason = String.valueOf(refusal.getMessage());
        return reason.substring(0, 1).toUpperCase(Locale.ROOT) + reason.substring(1) + ".";
    }
}
