package dev.rota.flow.back;

import dev.rota.desk.SignatureRefused;
import dev.rota.downstream.back.DownstreamCall;
import dev.rota.downstream.back.SignedCall;
import dev.rota.flow.downstream.Adapters;
import java.util.function.Supplier;

/** Finds out whether a call is from the downstream that its address names, as that downstream's Kamelet says it signs. */
public final class CallbackSignatures {

    private final Supplier<Adapters> adapters;

    /** @param adapters those in force, asked for each call */
    public CallbackSignatures(Supplier<Adapters> adapters) {
        this.adapters = adapters;
    }

    /**
     * Takes a call for what it claims to be.
     *
     * @throws SignatureRefused when it is not, or nobody of that name is listened to
     */
    public SignedCall verify(DownstreamCall call) {
        return adapters.get()
                .signature(call.name())
                .orElseThrow(() -> new SignatureRefused("no downstream of that name is listened to"))
                .verify(call);
    }
}
