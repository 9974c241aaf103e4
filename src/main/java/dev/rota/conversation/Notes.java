package dev.rota.conversation;

import dev.rota.desk.Viewer;

/** What people write for each other: no customer ever gets it, and it answers nobody. */
public interface Notes {

    /**
     * Writes a note on a conversation, whoever is responsible and whatever was said meanwhile.
     *
     * @return the note's id
     */
    long write(long conversation, String text, Viewer by);
}
