package dev.rota.flow.downstream;

import java.net.UnknownHostException;

/** A host whose address is on this machine or in a private network, which its downstream may not have. */
public final class PrivateAddress extends UnknownHostException {

    private static final long serialVersionUID = 1L;

    PrivateAddress() {
        super("a private address");
    }
}
