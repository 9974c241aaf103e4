package dev.rota.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.session.FindByIndexNameSessionRepository;

/**
 * Keeps nothing but the person's name in a session: role and teams are those of the files at each request, and no
 * class of ours is stored in serialized form.
 */
final class SessionMemory implements SecurityContextRepository {

    /** Also the name by which all sessions of a person are found. */
    private static final String PERSON = FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME;

    private final People people;
    private final Clock clock;

    SessionMemory(People people, Clock clock) {
        this.people = people;
        this.clock = clock;
    }

    @Override
    @Deprecated
    public SecurityContext loadContext(HttpRequestResponseHolder holder) {
        var context = new SecurityContextImpl();
        var session = holder.getRequest().getSession(false);
        if (session != null) {
            person(session).flatMap(name -> caller(name, session)).ifPresent(context::setAuthentication);
        }
        return context;
    }

    @Override
    public void saveContext(SecurityContext context, HttpServletRequest request, HttpServletResponse response) {
        if (context.getAuthentication() instanceof Caller caller) {
            request.getSession().setAttribute(PERSON, caller.getName());
            return;
        }
        var session = request.getSession(false);
        if (session != null) {
            session.removeAttribute(PERSON);
        }
    }

    @Override
    public boolean containsContext(HttpServletRequest request) {
        return person(request.getSession(false)).isPresent();
    }

    private Optional<Caller> caller(String name, HttpSession session) {
        return people.find(name)
                .map(viewer -> Caller.of(viewer, () -> people.find(name)).in(session.getId()));
    }

    private Optional<String> person(@Nullable HttpSession session) {
        if (session == null || tooOld(session)) {
            return Optional.empty();
        }
        return Optional.ofNullable((String) session.getAttribute(PERSON));
    }

    private boolean tooOld(HttpSession session) {
        var since = Instant.ofEpochMilli(session.getCreationTime());
        return since.plus(Sessions.LONGEST).isBefore(clock.instant());
    }
}
