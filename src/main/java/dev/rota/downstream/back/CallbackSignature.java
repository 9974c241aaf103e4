package dev.rota.downstream.back;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** How one downstream signs, and with which secrets. */
public record CallbackSignature(SignatureForm form, List<String> secrets) {

    public CallbackSignature {
        secrets = List.copyOf(secrets);
    }

    /**
     * What the annotations of a Kamelet say.
     *
     * @param annotations sound ones, with the parameters in place
     */
    public static CallbackSignature of(Map<String, String> annotations) {
        var secrets = Arrays.stream(SignatureAnnotations.key(annotations).split(",", -1))
                .map(String::strip)
                .filter(secret -> !secret.isEmpty())
                .toList();
        return new CallbackSignature(SignatureAnnotations.read(annotations), secrets);
    }

    /**
     * Takes a call for what it claims to be.
     *
     * @throws dev.rota.desk.SignatureRefused when it is not
     */
    public SignedCall verify(DownstreamCall call) {
        return form.verify(call, secrets);
    }

    @Override
    public String toString() {
        return "CallbackSignature[" + form.header() + "]";
    }
}
