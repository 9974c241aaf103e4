package dev.rota.access;

import dev.rota.desk.Viewer;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;

/** The viewer of one request, who can be asked for again while a long one lasts. */
public final class Caller extends AbstractAuthenticationToken {

    private static final long serialVersionUID = 1;

    private final transient Viewer viewer;
    private final transient Supplier<Optional<Viewer>> again;
    private final @Nullable String session;

    private Caller(Viewer viewer, Supplier<Optional<Viewer>> again, @Nullable String session) {
        super(AuthorityUtils.createAuthorityList("ROLE_" + viewer.role().name()));
        this.viewer = viewer;
        this.again = again;
        this.session = session;
        setAuthenticated(true);
    }

    /**
     * Somebody who is known for this request only.
     *
     * @param again who they are now; empty when they have left
     */
    public static Caller of(Viewer viewer, Supplier<Optional<Viewer>> again) {
        return new Caller(viewer, again, null);
    }

    /** The same, known by a session. */
    Caller in(String id) {
        return new Caller(viewer, again, id);
    }

    /** The session that vouches for them; empty for the bearer of a token. */
    public Optional<String> session() {
        return Optional.ofNullable(session);
    }

    /** Who that is by now; empty when they have lost access. */
    public Optional<Viewer> now() {
        return again.get();
    }

    @Override
    public String getName() {
        return viewer.name();
    }

    @Override
    public Viewer getPrincipal() {
        return viewer;
    }

    @Override
    public @Nullable Object getCredentials() {
        return null;
    }
}
