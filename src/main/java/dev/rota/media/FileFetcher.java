package dev.rota.media;

import dev.rota.desk.FetchOutcome;
import dev.rota.desk.FetchOutcome.Fetched;
import dev.rota.desk.FetchOutcome.Later;
import dev.rota.desk.FetchOutcome.Never;
import dev.rota.desk.FileFetch;
import dev.rota.desk.Whereabouts;
import java.io.IOException;
import java.nio.file.Path;

/** Brings a file that Meta has found, and looks whether it is what Meta says. */
public final class FileFetcher {

    private static final int MEBI = 1024 * 1024;

    private final MediaSettings settings;
    private final MediaFolder folder;
    private final Download download;
    private final FileTypes types;

    FileFetcher(MediaSettings settings, MediaFolder folder, Download download, FileTypes types) {
        this.settings = settings;
        this.folder = folder;
        this.download = download;
        this.types = types;
    }

    /** Meta could not be asked, or did not answer. */
    public FetchOutcome unanswered() {
        return new Later("Meta's Graph API did not answer", false);
    }

    /** Brings the bytes, or says why they are not here. */
    public FetchOutcome bring(FileFetch fetch, Whereabouts found) throws IOException {
        if (found instanceof Later later) {
            return later;
        }
        if (found instanceof Never never) {
            return never;
        }
        var at = (Whereabouts.At) found;
        var objection = settings.hosts().objection(at.url());
        if (objection.isPresent()) {
            return new Later(objection.get(), false);
        }
        if (at.size() != null && at.size() > settings.largest()) {
            return tooLarge();
        }
        if (folder.room() < settings.keepFree()) {
            return new Later("the disk of the media folder is full up to rota.media.keep-free", true);
        }
        return bring(fetch, at, folder.arriving());
    }

    private FetchOutcome bring(FileFetch fetch, Whereabouts.At at, Path into) throws IOException {
        FetchOutcome outcome = new Later("the download did not come to its end", false);
        try {
            outcome = receive(fetch, at, into);
        } catch (Download.Failed e) {
            outcome = e.outcome();
        } finally {
            if (!(outcome instanceof Fetched)) {
                MediaFolder.delete(into);
            }
        }
        return outcome;
    }

    private FetchOutcome receive(FileFetch fetch, Whereabouts.At at, Path into) throws Download.Failed, IOException {
        var announced = at.size();
        var got = announced == null
                ? download.bring(at.url(), fetch.token(), settings.largest(), tooLarge(), into)
                : download.bring(at.url(), fetch.token(), announced, more(announced), into);
        var type = types.of(into, fetch.name());
        var isKnown = at.sha256() != null && at.sha256().equals(got.sha256());
        if (!isKnown && !FileTypes.fits(type, fetch.type())) {
            return new Later("Meta's host sent something of type " + type + " for " + fetch.type(), false);
        }
        if (at.sha256() != null && !isKnown) {
            return new Later("the bytes do not have the SHA-256 that Meta told", false);
        }
        if (announced != null && got.size() != announced) {
            return new Later("Meta's host sent " + got.size() + " of " + announced + " bytes", false);
        }
        return new Fetched(into, got.sha256(), got.size(), type);
    }

    private Never tooLarge() {
        return new Never("it is larger than the " + settings.largest() / MEBI
                + " MB up to which files are kept (rota.media.largest)");
    }

    private static Later more(long announced) {
        return new Later("Meta's host sent more than the " + announced + " bytes that Meta told", false);
    }
}
