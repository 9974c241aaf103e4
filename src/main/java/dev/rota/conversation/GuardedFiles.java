package dev.rota.conversation;

import dev.rota.desk.Attachments;
import dev.rota.desk.Viewer;
import java.util.List;
import org.springframework.transaction.support.TransactionTemplate;

/** Lets those who may answer in a conversation have its files fetched anew, and tells the screens. */
final class GuardedFiles implements FileRetries {

    private final TransactionTemplate transaction;
    private final Guard guard;
    private final Attachments attachments;
    private final Records records;

    GuardedFiles(TransactionTemplate transaction, Guard guard, Attachments attachments, Records records) {
        this.transaction = transaction;
        this.guard = guard;
        this.attachments = attachments;
        this.records = records;
    }

    @Override
    public boolean retry(long conversation, long file, Viewer by) {
        guard.works(by);
        return Boolean.TRUE.equals(transaction.execute(status -> {
            var held = guard.hold(conversation, by);
            guard.mayHandle(held, by);
            var isDue = attachments.again(file, held.id());
            if (isDue) {
                records.touch(List.of(held.id()));
            }
            return isDue;
        }));
    }
}
