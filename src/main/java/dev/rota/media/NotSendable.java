package dev.rota.media;

import dev.rota.desk.FileKind;

/** A file that Meta would not take, with its limit in a sentence. */
public final class NotSendable extends Exception {

    private static final long serialVersionUID = 1;

    private NotSendable(String sentence) {
        super(sentence, null, false, false);
    }

    static NotSendable type(String mimeType) {
        return new NotSendable("Meta takes no files of type " + mimeType + "; expected one of " + FileKind.all());
    }

    static NotSendable size(FileKind kind, long size) {
        return new NotSendable("Meta takes files of type " + kind.type() + " of 1 byte to " + kind.megabytes()
                + " MB; this one has " + size + " bytes");
    }
}
