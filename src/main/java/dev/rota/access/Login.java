package dev.rota.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.core.context.SecurityContextImpl;

/** Logs a person in without a password, where something else vouches for them. */
public final class Login {

    private final People people;
    private final SessionMemory memory;

    Login(People people, SessionMemory memory) {
        this.people = people;
        this.memory = memory;
    }

    /** Begins a session of that person; false when there is nobody of that name. */
    public boolean as(String name, HttpServletRequest request, HttpServletResponse response) {
        var viewer = people.find(name);
        if (viewer.isEmpty()) {
            return false;
        }
        var before = request.getSession(false);
        if (before != null) {
            before.invalidate();
        }
        var caller = Caller.of(viewer.get(), () -> people.find(name));
        memory.saveContext(new SecurityContextImpl(caller), request, response);
        return true;
    }
}
