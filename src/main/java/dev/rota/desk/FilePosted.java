package dev.rota.desk;

/** What came of bringing a file to Meta. */
public sealed interface FilePosted {

    /**
     * It is there.
     *
     * @param id under which Meta keeps it
     */
    record At(String id) implements FilePosted {
        @Override
        public String toString() {
            return "At[]";
        }
    }

    /** It is not there, and so nothing has been said. */
    record Not(DeliveryOutcome outcome) implements FilePosted {}
}
