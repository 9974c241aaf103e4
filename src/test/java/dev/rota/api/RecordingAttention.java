package dev.rota.api;

import dev.rota.conversation.Attention;
import dev.rota.desk.Viewer;
import java.util.ArrayList;
import java.util.List;

/** Writes down who would be seen reading and typing. */
final class RecordingAttention implements Attention {

    final List<String> signs = new ArrayList<>();

    @Override
    public void reads(long conversation, Viewer by) {
        signs.add(by.name() + " reads " + conversation);
    }

    @Override
    public void types(long conversation, Viewer by) {
        signs.add(by.name() + " types to " + conversation);
    }
}
