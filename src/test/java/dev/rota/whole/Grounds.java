package dev.rota.whole;

import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives a test, or a class of them, a ground of its own, and shows what was logged there when a test has failed. */
final class Grounds implements ParameterResolver, AfterEachCallback {

    private static final Namespace NAMESPACE = Namespace.create(Grounds.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Ground.class;
    }

    @Override
    public Ground resolveParameter(ParameterContext parameter, ExtensionContext context) {
        var test = context.getTestMethod().map(method -> "/" + method.getName()).orElse("");
        var ground = Ground.fresh(context.getRequiredTestClass().getSimpleName() + test);
        context.getStore(NAMESPACE).put(Ground.class, ground);
        return ground;
    }

    @Override
    public void afterEach(ExtensionContext context) {
        var ground = context.getStore(NAMESPACE).get(Ground.class, Ground.class);
        if (ground != null && context.getExecutionException().isPresent()) {
            new Logs(ground.folder()).print();
        }
    }
}
