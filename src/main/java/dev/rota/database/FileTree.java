package dev.rota.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;

/** What is done to a folder and everything in it. */
final class FileTree {

    private FileTree() {}

    static void delete(Path root) throws IOException {
        for (var path : insideOut(root)) {
            Files.deleteIfExists(path);
        }
    }

    /** Gives the tree to somebody; the root goes last, so that its owner tells whether the whole tree was given. */
    static void give(Path root, int uid, int gid) throws IOException {
        for (var path : insideOut(root)) {
            Files.setAttribute(path, "unix:gid", gid, LinkOption.NOFOLLOW_LINKS);
            Files.setAttribute(path, "unix:uid", uid, LinkOption.NOFOLLOW_LINKS);
        }
    }

    /** Brings a folder's names to the disk, so that a file renamed into it outlasts a loss of power. */
    static void sync(Path folder) throws IOException {
        try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private static List<Path> insideOut(Path root) throws IOException {
        if (!Files.exists(root, LinkOption.NOFOLLOW_LINKS)) {
            return List.of();
        }
        try (var paths = Files.walk(root)) {
            return paths.sorted(Comparator.reverseOrder()).toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
