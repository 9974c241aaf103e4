package dev.rota.whole;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/** What people sent from their pages, and what the pages said of it: the measure of what customers have read. */
final class Replied {

    private final List<Asked> asked = new CopyOnWriteArrayList<>();
    private final List<String> sent = new CopyOnWriteArrayList<>();
    private final List<String> refused = new CopyOnWriteArrayList<>();

    /**
     * An answer that left a page.
     *
     * @param seen the last message that stood on the page
     */
    record Asked(String text, long conversation, long seen) {}

    /** An answer as it stands in the ledger. */
    record Written(long id, long conversation, String text) {}

    void asked(String text, long conversation, long seen) {
        asked.add(new Asked(text, conversation, seen));
    }

    /** The page said that it was sent. */
    void sent(String text) {
        sent.add(text);
    }

    /** The page said that it was not sent. */
    void refused(String text) {
        refused.add(text);
    }

    int count() {
        return sent.size();
    }

    int refusals() {
        return refused.size();
    }

    /**
     * Everything that is not as the pages said; each fault is a sentence.
     *
     * @param written the people's answers in the ledger, in their order
     * @param read what came to the customers
     */
    List<String> faults(List<Written> written, List<String> read) {
        var faults = new ArrayList<String>();
        for (var text : new HashSet<>(read)) {
            var times = Collections.frequency(read, text);
            if (times > 1) {
                faults.add("'" + text + "' was read " + times + " times; " + traces(text, written));
            }
        }
        for (var text : Set.copyOf(sent)) {
            if (!read.contains(text)) {
                faults.add("'" + text + "' was said to be sent, and nobody has read it");
            }
        }
        for (var text : Set.copyOf(refused)) {
            if (read.contains(text)
                    && asked.stream().filter(one -> one.text.equals(text)).count() < 2) {
                faults.add("'" + text + "' was said not to be sent, and was read");
            }
        }
        for (var one : written) {
            if (!read.contains(one.text)) {
                faults.add(
                        "'" + one.text + "' stands in conversation " + one.conversation + ", and nobody has read it");
            }
            faults.addAll(unseen(one, written));
        }
        return faults;
    }

    /** Where it came from: from a page more than once, or from the ledger. */
    private String traces(String text, List<Written> written) {
        return "pages sent "
                + asked.stream().filter(one -> one.text.equals(text)).toList() + ", in the ledger stand "
                + written.stream().filter(one -> one.text.equals(text)).toList();
    }

    /** Somebody had answered, and who sent this one could not know it. */
    private List<String> unseen(Written answer, List<Written> written) {
        var seen = asked.stream()
                .filter(one -> one.text.equals(answer.text) && one.conversation == answer.conversation)
                .mapToLong(Asked::seen)
                .max();
        return written.stream()
                .filter(other ->
                        other.conversation == answer.conversation && other.id < answer.id && other.id > seen.orElse(0))
                .map(other ->
                        "'" + answer.text + "' went out after '" + other.text + "', which its author had not seen")
                .toList();
    }
}
