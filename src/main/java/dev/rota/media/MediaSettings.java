package dev.rota.media;

import java.nio.file.Path;

/**
 * What is set of files under {@code rota.media}.
 *
 * @param largest how many bytes a file may have
 * @param keepFree how many bytes of the disk are left alone
 * @param hosts where files are fetched from
 */
record MediaSettings(Path folder, long largest, long keepFree, Hosts hosts) {}
