package dev.rota.panel;

import dev.rota.conversation.Commands;
import dev.rota.conversation.Notes;
import dev.rota.conversation.Refusal;
import dev.rota.desk.Viewer;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;

/**
 * What people do with the open conversation. The answer shows it as it is then, and a sentence when the command had no
 * effect.
 */
@Controller
class CommandController {

    private final Commands commands;
    private final Notes notes;
    private final Desk desk;

    CommandController(Commands commands, Notes notes, Desk desk) {
        this.commands = commands;
        this.notes = notes;
        this.desk = desk;
    }

    @PostMapping("/conversations/{id}/{command}")
    String act(
            @PathVariable long id,
            @PathVariable String command,
            Form form,
            @AuthenticationPrincipal Viewer viewer,
            Locale locale,
            HttpServletResponse response,
            Model model) {
        try {
            carryOut(command, id, form, viewer);
            response.setHeader("HX-Trigger-After-Swap", "done-" + command);
        } catch (Refusal refusal) {
            response.setStatus(status(refusal).value());
            model.addAttribute("notice", sentence(refusal));
        }
        var view = desk.conversation(id, viewer, locale);
        view.ifPresent(one -> model.addAttribute("view", one));
        return view.isPresent() ? "conversation :: answer" : "conversation :: gone";
    }

    private void carryOut(String command, long id, Form form, Viewer by) {
        var epoch = form.epoch();
        switch (command) {
            case "claim" -> commands.claim(id, epoch, by);
            case "assign" -> commands.assign(id, epoch, Form.given(form.agent()), form.reason(), by);
            case "release" -> commands.release(id, epoch, by);
            case "move" -> commands.move(id, epoch, Form.given(form.queue()), by);
            case "close" -> commands.close(id, epoch, by);
            case "reopen" -> commands.reopen(id, epoch, by);
            case "reply" -> commands.reply(id, Composed.answer(form), by);
            case "note" -> notes.write(id, Form.given(form.text()), by);
            default -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
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
