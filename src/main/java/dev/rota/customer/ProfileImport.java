package dev.rota.customer;

import com.fasterxml.jackson.core.JacksonException;
import dev.rota.customer.ImportReport.Refused;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Takes customers from a CSV file, a batch at a time: what breaks off is brought to its end by taking the file again. */
public final class ProfileImport {

    private static final int BATCH = 1000;
    private static final int MOST_TOLD = 1000;

    private final Profiles profiles;

    public ProfileImport(Profiles profiles) {
        this.profiles = profiles;
    }

    /**
     * Takes a file to its end, or to where it is no CSV file any more.
     *
     * @param csv UTF-8; the first line names the columns: phone or id, and any of name, tier, city and attributes
     * @throws NotAProfile when the first line names no such columns
     * @throws IOException when the file does not come to its end
     */
    public ImportReport take(InputStream csv, String by) throws IOException {
        try (var file = new ProfileFile(csv)) {
            return new Run(by).take(file);
        }
    }

    /** One file on its way. */
    private final class Run {

        private final String by;
        private final Map<String, CustomerProfile> batch = new TreeMap<>(); // two files at once lock in one order
        private final List<Refused> lines = new ArrayList<>();
        private long read;
        private long created;
        private long changed;
        private long refused;

        Run(String by) {
            this.by = by;
        }

        ImportReport take(ProfileFile file) throws IOException {
            var columns = new ProfileColumns(file.hasNext() ? file.next() : new String[0]);
            var complete = false;
            try {
                while (file.hasNext()) {
                    take(file.next(), file.line(), columns);
                }
                complete = true;
            } catch (JacksonException e) {
                read++;
                refuse(file.line(), "is not CSV, perhaps for a quote without its end; nothing behind it was read");
            }
            write(columns);
            return new ImportReport(
                    read, created, changed, read - refused - created - changed, refused, lines, complete);
        }

        private void take(String[] cells, long line, ProfileColumns columns) {
            read++;
            try {
                var profile = columns.profile(cells);
                batch.put(profile.id(), profile); // the later line of the same customer counts
            } catch (NotAProfile e) {
                refuse(line, String.valueOf(e.getMessage()));
            }
            if (batch.size() >= BATCH) {
                write(columns);
            }
        }

        private void write(ProfileColumns columns) {
            if (!batch.isEmpty()) {
                var written = profiles.putAll(batch.values(), columns.told(), by);
                created += written.created();
                changed += written.changed();
                batch.clear();
            }
        }

        private void refuse(long line, String sentence) {
            refused++;
            if (lines.size() < MOST_TOLD) {
                lines.add(new Refused(line, sentence));
            }
        }
    }
}
