package dev.rota.api;

import dev.rota.conversation.Answering;
import dev.rota.conversation.Commands;
import dev.rota.conversation.Refusal;
import dev.rota.desk.Viewer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes down each command, or refuses it. */
final class RecordingCommands implements Commands {

    final List<String> given = new ArrayList<>();

    @Nullable
    Refusal refusal;

    @Override
    public void claim(long conversation, int epoch, Viewer by) {
        take("claim " + conversation + " at " + epoch, by);
    }

    @Override
    public void assign(long conversation, int epoch, String agent, @Nullable String reason, Viewer by) {
        take("assign " + conversation + " at " + epoch + " to " + agent + (reason == null ? "" : ": " + reason), by);
    }

    @Override
    public void release(long conversation, int epoch, Viewer by) {
        take("release " + conversation + " at " + epoch, by);
    }

    @Override
    public void move(long conversation, int epoch, String queue, Viewer by) {
        take("move " + conversation + " at " + epoch + " to " + queue, by);
    }

    @Override
    public void close(long conversation, int epoch, Viewer by) {
        take("close " + conversation + " at " + epoch, by);
    }

    @Override
    public void reopen(long conversation, int epoch, Viewer by) {
        take("reopen " + conversation + " at " + epoch, by);
    }

    @Override
    public long reply(long conversation, Answering answer, Viewer by) {
        take(
                "reply " + conversation + " at " + answer.epoch() + " after " + answer.seen() + ": "
                        + answer.wording().text().replace('\n', '/')
                        + (answer.anyway() == null ? "" : " anyway: " + answer.anyway()),
                by);
        return 13;
    }

    private void take(String command, Viewer by) {
        if (refusal != null) {
            throw refusal;
        }
        given.add(command + " by " + by.name());
    }
}
