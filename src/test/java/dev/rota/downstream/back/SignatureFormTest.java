package dev.rota.downstream.back;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.rota.desk.SignatureRefused;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** How helpdesks sign, said by annotations; the expected values are openssl's. */
class SignatureFormTest {

    private static final String BODY = "{\"ticket\":42}";
    private static final String SECRET = "s3cret";
    private static final Instant NOW = Instant.parse("2026-11-24T13:00:00Z");
    private static final String SECONDS = "1795525200";
    private static final Map<String, String> STANDARD = Map.of(
            "header", "webhook-signature",
            "form", "v1,{base64}",
            "of", "{id}.{timestamp}.{body}",
            "id-header", "webhook-id",
            "time-header", "webhook-timestamp",
            "key", SECRET);

    static Stream<Arguments> schemes() {
        return Stream.of(
                arguments(
                        "Request Tracker's and Chatwoot's",
                        Map.of(
                                "header", "X-Signature",
                                "form", "sha256={hex}",
                                "of", "{timestamp}.{body}",
                                "time-header", "X-Timestamp",
                                "key", SECRET),
                        Map.of("x-timestamp", SECONDS, "x-signature", "sha256=@timestampDotBodyHex@")),
                arguments(
                        "Zendesk's",
                        Map.of(
                                "header", "X-Zendesk-Webhook-Signature",
                                "form", "{base64}",
                                "of", "{timestamp}{body}",
                                "time-header", "X-Zendesk-Webhook-Signature-Timestamp",
                                "key", SECRET),
                        Map.of(
                                "x-zendesk-webhook-signature-timestamp", "2026-11-24T13:00:00Z",
                                "x-zendesk-webhook-signature", "@isoBodyBase64@")),
                arguments(
                        "HubSpot's",
                        Map.of(
                                "header", "X-HubSpot-Signature-v3",
                                "form", "{base64}",
                                "of", "{method}{uri}{body}{timestamp}",
                                "door", "https://hooks.example/",
                                "time-header", "X-HubSpot-Request-Timestamp",
                                "key", SECRET),
                        Map.of(
                                "x-hubspot-request-timestamp",
                                SECONDS + "000",
                                "x-hubspot-signature-v3",
                                "@hubspotBase64@")),
                arguments(
                        "Zammad's",
                        Map.of("header", "X-Hub-Signature", "form", "sha1={hex}", "mac", "HmacSHA1", "key", SECRET),
                        Map.of("x-hub-signature", "sha1=@bodySha1Hex@")),
                arguments(
                        "Standard Webhooks'",
                        STANDARD,
                        Map.of(
                                "webhook-id", "m1",
                                "webhook-timestamp", SECONDS,
                                "webhook-signature", "v1,AAAA v1,@standardBase64@")),
                arguments(
                        "a token's",
                        Map.of("header", "Authorization", "form", "Bearer {secret}", "key", SECRET),
                        Map.of("authorization", "Bearer s3cret")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("schemes")
    void each_scheme_lets_its_own_signature_pass_and_no_other(
            String name, Map<String, String> annotations, Map<String, String> headers) {
        var filled = Vectors.filled(headers);

        assertThat(verify(annotations, filled, BODY)).isNotNull();
        if (!name.equals("a token's")) { // which says nothing of the body
            assertRefused(annotations, filled, BODY + " ");
        }
        filled.keySet().forEach(header -> {
            var without = new HashMap<>(filled);
            without.remove(header);
            assertRefused(annotations, without, BODY);
            without.put(header, filled.get(header) + "0");
            assertRefused(annotations, without, BODY);
        });
    }

    @Test
    void of_several_secrets_each_fits_while_they_are_changed() {
        var annotations = new HashMap<>(STANDARD);
        annotations.put("key", "old, " + SECRET);
        var headers = Vectors.filled(
                Map.of("webhook-id", "m1", "webhook-timestamp", SECONDS, "webhook-signature", "v1,@standardBase64@"));

        assertThat(verify(annotations, headers, BODY)).isNotNull();
        annotations.put("key", "old");
        assertRefused(annotations, headers, BODY);
        annotations.put("key", " ");
        assertRefused(annotations, headers, BODY);
    }

    @Test
    void a_call_that_was_sent_five_minutes_ago_is_refused_though_its_signature_is_right() {
        var annotations = new HashMap<>(STANDARD);
        var headers = Vectors.filled(
                Map.of("webhook-id", "m1", "webhook-timestamp", SECONDS, "webhook-signature", "v1,@standardBase64@"));

        assertThat(verify(annotations, headers, BODY, NOW.plus(Duration.ofMinutes(5))))
                .isNotNull();
        for (var late : List.of(Duration.ofSeconds(301), Duration.ofSeconds(-301))) {
            assertThatThrownBy(() -> verify(annotations, headers, BODY, NOW.plus(late)))
                    .isInstanceOf(SignatureRefused.class)
                    .hasMessage("webhook-timestamp is not within PT5M of now");
        }
        annotations.put("within", "10m");
        assertThat(verify(annotations, headers, BODY, NOW.plus(Duration.ofMinutes(9))))
                .isNotNull();
    }

    @Test
    void a_secret_of_the_standard_webhooks_specification_is_a_key_in_base64() {
        var annotations = new HashMap<>(STANDARD);
        annotations.put("key", "whsec_czNjcmV0"); // s3cret

        assertThat(verify(
                        annotations,
                        Vectors.filled(Map.of(
                                "webhook-id", "m1",
                                "webhook-timestamp", SECONDS,
                                "webhook-signature", "v1,@standardBase64@")),
                        BODY))
                .isNotNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    form        | {hmac}          | form is '{hmac}'; expected one of {hex}, {base64} and {secret} in it
                    form        | sha256=         | form is 'sha256='; expected one of {hex}, {base64} and {secret} in it
                    mac         | MD5             | mac is 'MD5'; expected one of HmacSHA1, HmacSHA256, HmacSHA512
                    of          | {timestamp}     | of leaves {body} out; a signature that does not cover it proves nothing
                    of          | {body}{url}     | of has '{url}'; known are {body}, {timestamp}, {id}, {method} and {uri}
                    of          | {uri}{body}     | of has {uri}, but no annotation rota.dev/signature-door says where it stands
                    door        | hooks.example   | door is 'hooks.example'; expected an address such as https://hooks.example.com
                    time-header |                 | of has {timestamp}, but no annotation rota.dev/signature-time-header says where it stands
                    within      | soon            | within is 'soon'; expected a time such as 5m
                    key         |                 | key is missing; a downstream's calls are taken only if they are signed
                    hedaer      | x               | hedaer is no part of a signature; known are door, form, header, id-header, key, mac, of, time-header, within
                    """)
    void what_is_wrong_with_annotations_is_said_with_the_annotation(String name, String value, String sentence) {
        var annotations = new HashMap<>(STANDARD);
        if (value == null) {
            annotations.remove(name);
        } else {
            annotations.put(name, value);
        }

        assertThat(SignatureAnnotations.faults(prefixed(annotations)).stream()
                        .map(fault -> fault.annotation() + " " + fault.sentence()))
                .contains(SignatureAnnotations.PREFIX + sentence.replaceFirst("^of (?=has \\{timestamp)", "of "));
        assertThat(SignatureAnnotations.faults(prefixed(STANDARD))).isEmpty();
    }

    private static void assertRefused(Map<String, String> annotations, Map<String, String> headers, String body) {
        assertThatThrownBy(() -> verify(annotations, headers, body)).isInstanceOf(SignatureRefused.class);
    }

    private static SignedCall verify(Map<String, String> annotations, Map<String, String> headers, String body) {
        return verify(annotations, headers, body, NOW);
    }

    private static SignedCall verify(
            Map<String, String> annotations, Map<String, String> headers, String body, Instant at) {
        var call = new DownstreamCall("helpdesk", headers, body.getBytes(StandardCharsets.UTF_8), at);
        return CallbackSignature.of(prefixed(annotations)).verify(call);
    }

    private static Map<String, String> prefixed(Map<String, String> annotations) {
        var all = new HashMap<String, String>();
        annotations.forEach((name, value) -> all.put(SignatureAnnotations.PREFIX + name, value));
        return all;
    }

    /** Made by {@code printf '%s' TEXT | openssl dgst -sha256 -hmac s3cret}. */
    private static final class Vectors {
        static Map<String, String> filled(Map<String, String> headers) {
            var filled = new HashMap<String, String>();
            headers.forEach((name, value) -> filled.put(
                    name,
                    value.replace("@timestampDotBodyHex@", TIMESTAMP_DOT_BODY)
                            .replace("@isoBodyBase64@", ISO_BODY)
                            .replace("@hubspotBase64@", HUBSPOT_BASE64)
                            .replace("@bodySha1Hex@", BODY_SHA1)
                            .replace("@standardBase64@", STANDARD_BASE64)));
            return filled;
        }

        private static final String TIMESTAMP_DOT_BODY =
                "61844a9ab09c7ec013672a156a84b20e11c5cf4b3923f64be1fb321dfd75908c";
        private static final String ISO_BODY = "qmuOEVHWkfwvt/l6HZ49aEzRej7ZnRFum/lmRc8qywI=";
        private static final String HUBSPOT_BASE64 = "s/R296pf15LLg5j4Ca8cjkpiuY6iVcYtvj4NjN1MzhM=";
        private static final String BODY_SHA1 = "7b344da56e2a6f417375024740d087cdf0ec6499";
        private static final String STANDARD_BASE64 = "LpaOn/dkif6n+jZ9Uf9tMzPHflzkJYpyOZnfyRerCbY=";
    }
}
