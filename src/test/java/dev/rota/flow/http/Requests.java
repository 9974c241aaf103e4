package dev.rota.flow.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.rota.whatsapp.Corpus;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;

/** The requests of the table in {@code docs/door.md}, byte for byte. */
final class Requests {

    /** What never becomes a request, so that there is nothing that the engine could count. */
    static final Set<String> NOT_HTTP = Set.of(
            "a body announced with a length that is no number",
            "a body announced with a negative length",
            "a body with a length and in chunks",
            "a body with two lengths",
            "a line that is no HTTP",
            "a header of 20,000 characters",
            "a path of 20,000 characters");

    private static final int MEGA = 1 << 20;

    /** Keys are filled up with zeros, so this one is as good as none, which Java would refuse. */
    private static final String NO_KEY = "\0";

    private static final byte[] TEXT = Corpus.payload("text");
    private static final Map<String, byte[]> REQUESTS = new LinkedHashMap<>();

    static {
        try {
            signatures();
            sizes();
            frames();
            shapes();
            texts();
            strangers();
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private Requests() {}

    static byte[] named(String name) {
        return Objects.requireNonNull(REQUESTS.get(name), name);
    }

    static Set<String> names() {
        return REQUESTS.keySet();
    }

    private static void signatures() throws GeneralSecurityException, IOException {
        var right = RunningDoor.sign(TEXT);
        add("a message as Meta sends it", post(right, TEXT));
        add(
                "the same with the signature in capitals",
                post("sha256=" + hex(right).toUpperCase(Locale.ROOT), TEXT));
        add("no signature", request("POST", length(TEXT), TEXT));
        add("an empty signature", post("", TEXT));
        add("a signature by SHA-1", post("sha1=" + hex(right).substring(0, 40), TEXT));
        add("a signature without its algorithm", post(hex(right), TEXT));
        add("a signature of 63 digits", post(right.substring(0, right.length() - 1), TEXT));
        add("a signature of 65 digits", post(right + "0", TEXT));
        add("a signature that is not hexadecimal", post(right.substring(0, right.length() - 1) + "g", TEXT));
        add("a signature under the secret of another app", post(RunningDoor.sign(TEXT, "another"), TEXT));
        add("a signature under an empty secret", post(RunningDoor.sign(TEXT, NO_KEY), TEXT));
        add("a signature of the same JSON written anew", post(RunningDoor.sign(spaced(TEXT)), TEXT));
        add("a signature of the compressed body", post(RunningDoor.sign(zipped(TEXT)), TEXT));
        add("a signature of nothing", post(RunningDoor.sign(new byte[0]), TEXT));
        var wrong = "X-Hub-Signature-256: sha256=" + "0".repeat(64) + "\r\n";
        add(
                "two signatures of which the first is wrong",
                request("POST", wrong + "X-Hub-Signature-256: " + right + "\r\n" + length(TEXT), TEXT));
    }

    private static void sizes() throws GeneralSecurityException {
        add("a body of 3 MB", signed(spaces(3_000_000)));
        add("a body of exactly 4 MiB", signed(spaces(4 * MEGA)));
        add("a body of 4 MiB and a byte", signed(spaces(4 * MEGA + 1)));
    }

    private static void frames() throws GeneralSecurityException, IOException {
        var signature = "X-Hub-Signature-256: " + RunningDoor.sign(TEXT) + "\r\n";
        add(
                "a body announced with a length that is no number",
                request("POST", signature + "Content-Length: many\r\n", TEXT));
        add("a body announced with a negative length", request("POST", signature + "Content-Length: -1\r\n", TEXT));
        var chunked = signature + "Transfer-Encoding: chunked\r\n";
        var chunks = join(Integer.toHexString(TEXT.length) + "\r\n", TEXT, "\r\n0\r\n\r\n");
        add("a body in chunks, without a length", request("POST", chunked, chunks));
        add("a body with a length and in chunks", request("POST", chunked + length(chunks), chunks));
        add("a body with two lengths", request("POST", signature + length(TEXT) + "Content-Length: 5\r\n", TEXT));
        add("a compressed body, signed as it is", signed(zipped(TEXT)));
    }

    private static void shapes() throws GeneralSecurityException {
        add("nothing at all, signed", signed(new byte[0]));
        add("words that are no JSON", signed("hello".getBytes(UTF_8)));
        add("JSON cut off in the middle", signed(Arrays.copyOf(TEXT, TEXT.length / 2)));
        add("JSON with a byte order mark", signed(join("\u00ef\u00bb\u00bf", TEXT, "")));
        add("bytes that are no UTF-8", signed(new byte[] {'{', '"', (byte) 0xc3, (byte) 0x28, '"', '}'}));
        add("JSON 100,000 deep", signed(("[".repeat(100_000) + "]".repeat(100_000)).getBytes(UTF_8)));
        add("a million keys", signed(keys()));
        add("a number of a million digits", signed(("{\"entry\":" + "9".repeat(1_000_000) + "}").getBytes(UTF_8)));
        add("an entry twice", signed(Corpus.payload("json-twice-entry")));
        add("no entries", signed(Corpus.payload("entry-empty")));
        add("a thousand messages", signed(messages(1000)));
        add("a message to a number that is not ours", signed(Corpus.payload("text-unknown-number")));
        add("a message without an id", signed(Corpus.payload("text-without-id")));
        add("a wamid of 10,000 characters", signed(webhook(message("w".repeat(10_000), "oi"))));
    }

    private static void texts() throws GeneralSecurityException {
        text("a text of 65,536 characters", "x".repeat(65_536));
        text("a text with NUL", "a\\u0000b");
        text("a text with half a surrogate pair", "a\\ud83db");
        text("a text from right to left, with characters of no width", "\\u202eabc\\u200b\\u2066");
        text("a text that is SQL", "'; DROP TABLE journal; --");
        text("a text that is an expression", "${bean:journal?method=stop} ${sysenv.HOME} #{1+1}");
        text("a text that is a placeholder", "{{env:ROTA_WHATSAPP_APP_SECRETS}} {{rota.port}} RAW(x)");
        text("a text that is a script", "<script>alert(1)</script>");
        text("a text that is a formula", "=cmd|'/c calc'!A1");
        text("a text that forges a line of a log", "a\\r\\n2026-11-24 ERROR all is lost");
    }

    private static void strangers() {
        add("another path", "GET /actuator/env HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n".getBytes(ISO_8859_1));
        add("another method", request("DELETE", "", new byte[0]));
        add("a line that is no HTTP", "hello\r\n\r\n".getBytes(ISO_8859_1));
        add("a header of 20,000 characters", request("POST", "X-Long: " + "x".repeat(20_000) + "\r\n", new byte[0]));
        add(
                "a path of 20,000 characters",
                ("GET /" + "x".repeat(20_000) + " HTTP/1.1\r\nHost: x\r\n\r\n").getBytes(ISO_8859_1));
    }

    private static void text(String name, String escaped) throws GeneralSecurityException {
        add(name, signed(webhook(message("wamid.table", escaped))));
    }

    private static void add(String name, byte[] request) {
        REQUESTS.put(name, request);
    }

    private static byte[] signed(byte[] body) throws GeneralSecurityException {
        return post(RunningDoor.sign(body), body);
    }

    private static byte[] post(String signature, byte[] body) {
        return request("POST", "X-Hub-Signature-256: " + signature + "\r\n" + length(body), body);
    }

    private static String length(byte[] body) {
        return "Content-Length: " + body.length + "\r\n";
    }

    private static byte[] request(String method, String headers, byte[] body) {
        var head = method + " " + RunningDoor.PATH + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n" + headers + "\r\n";
        return join(head, body, "");
    }

    private static byte[] join(String before, byte[] bytes, String after) {
        var all = new ByteArrayOutputStream();
        all.writeBytes(before.getBytes(ISO_8859_1));
        all.writeBytes(bytes);
        all.writeBytes(after.getBytes(ISO_8859_1));
        return all.toByteArray();
    }

    private static String hex(String signature) {
        return signature.substring("sha256=".length());
    }

    private static byte[] spaces(int count) {
        return " ".repeat(count).getBytes(UTF_8);
    }

    private static byte[] spaced(byte[] json) {
        return new String(json, UTF_8).replace(":", ": ").getBytes(UTF_8);
    }

    private static byte[] zipped(byte[] bytes) {
        var out = new ByteArrayOutputStream();
        try (var zip = new GZIPOutputStream(out)) {
            zip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static byte[] keys() {
        return IntStream.range(0, 1_000_000)
                .mapToObj(n -> "\"" + n % 10 + "\":0")
                .collect(Collectors.joining(",", "{", "}"))
                .substring(0, 4_000_000)
                .getBytes(UTF_8);
    }

    private static byte[] messages(int count) {
        return webhook(IntStream.range(0, count)
                .mapToObj(n -> message("wamid." + n, "oi"))
                .collect(Collectors.joining(",")));
    }

    private static String message(String wamid, String text) {
        return "{\"from\":\"5511900000000\",\"id\":\"%s\",\"type\":\"text\",\"text\":{\"body\":\"%s\"}}"
                .formatted(wamid, text);
    }

    private static byte[] webhook(String messages) {
        return ("{\"object\":\"whatsapp_business_account\",\"entry\":[{\"id\":\"1\",\"changes\":[{\"field\":\"messages\","
                        + "\"value\":{\"metadata\":{\"phone_number_id\":\"7\"},\"messages\":[" + messages + "]}}]}]}")
                .getBytes(UTF_8);
    }
}
