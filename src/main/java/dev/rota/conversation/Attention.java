package dev.rota.conversation;

import dev.rota.desk.Viewer;

/** Lets customers see that the one responsible agent attends to them; anybody else who looks is not seen. */
public interface Attention {

    /** The viewer looks at what the customer wrote last, or has answered it. */
    void reads(long conversation, Viewer by);

    /** The viewer is writing to the customer. */
    void types(long conversation, Viewer by);
}
