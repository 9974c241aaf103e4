package dev.rota.conversation;

import dev.rota.desk.Attachment;
import dev.rota.desk.Attachments;
import java.util.List;
import java.util.Set;

/**
 * Files of which only lists are kept.
 *
 * @param brought those that are to be fetched
 * @param waiting uploads that wait to be sent, and files that wait to be asked for again
 */
record ListedFiles(List<Attachment> brought, Set<Long> waiting) implements Attachments {

    @Override
    public void expect(List<Attachment> attachments) {
        brought.addAll(attachments);
    }

    @Override
    public boolean attach(long file, long conversation, long message) {
        return waiting.remove(file);
    }

    @Override
    public boolean again(long file, long conversation) {
        return waiting.remove(file);
    }
}
