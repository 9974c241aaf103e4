package dev.rota.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What bytes are is told by the bytes; and what somebody saves them as can harm nobody. */
class FileTypesTest {

    private final FileTypes types = new FileTypes();

    @ParameterizedTest
    @CsvSource({
        "ffd8ffe000104a464946, , image/jpeg",
        "89504e470d0a1a0a0000000d49484452, , image/png",
        "524946462400000057454250565038, , image/webp",
        "474946383961, , image/gif",
        "4f6767530002000000000000000000000000000000000000000001134f7075734865616401, , audio/ogg",
        "2321414d520a, , audio/amr",
        "494433030000000000, , audio/mpeg",
        "0000001c667479704d34412000000000, , audio/mp4",
        "00000018667479706d70343200000000, , video/mp4",
        "0000001c6674797069736f6d00000200, , video/mp4",
        "000000146674797071742020, , video/quicktime",
        "000000146674797033677035, , video/3gpp",
        "255044462d312e370a, fatura.exe, application/pdf",
        "504b0304140000000800, proposta.docx, application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "504b0304140000000800, , application/zip",
        "d0cf11e0a1b11ae1, tabela.xls, application/vnd.ms-excel",
        "4d5a90000300000004000000ffff, fatura.pdf, application/x-msdownload",
        "6f6cc3a1, leia.txt, text/plain",
        "3c21444f43545950452068746d6c3e, foto.jpg, text/html",
        "3c73766720786d6c6e733d22687474703a2f2f7777772e77332e6f72672f323030302f737667223e, foto.jpg, image/svg+xml",
        "0102030405, , application/octet-stream"
    })
    void bytes_say_what_they_are(String hex, String name, String type, @TempDir Path folder) throws IOException {
        var file = Files.write(folder.resolve("bytes"), HexFormat.of().parseHex(hex));

        assertThat(types.of(file, name)).isEqualTo(type);
    }

    @ParameterizedTest
    @CsvSource({
        "image/jpeg, image, true",
        "image/webp, sticker, true",
        "audio/ogg, audio, true",
        "audio/ogg, voice, true",
        "video/mp4, video, true",
        "video/mp4, audio, true",
        "application/octet-stream, audio, true",
        "text/html, document, true",
        "text/html, image, false",
        "image/svg+xml, image, false",
        "application/pdf, image, false",
        "text/plain, audio, false",
        "image/jpeg, video, false"
    })
    void only_what_can_be_a_picture_or_a_sound_is_taken_for_one(String mimeType, String messageType, boolean fits) {
        assertThat(FileTypes.fits(mimeType, messageType)).isEqualTo(fits);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "fatura.pdf         | fatura.pdf",
                "../../etc/passwd   | _.._etc_passwd",
                "..\\evil.exe       | _evil.exe",
                ".bashrc            | bashrc",
                "a\u202egpj.exe     | a_gpj.exe",
                "a\"b:c.pdf         | a_b_c.pdf",
                "' '                | document-7.pdf",
                "                   | document-7.pdf"
            })
    void a_name_is_no_path(String name, String saved) {
        assertThat(FileNames.of(name, "document-7", "application/pdf")).isEqualTo(saved);
    }

    @Test
    void a_long_name_keeps_its_ending() {
        assertThat(FileNames.of("x".repeat(500) + ".pdf", "document-7", null))
                .hasSize(120)
                .endsWith("x.pdf");
        assertThat(FileNames.of(null, "audio-7", "audio/ogg")).isEqualTo("audio-7.oga");
    }
}
