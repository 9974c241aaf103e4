/**
 * The lint of the route files: what Camel would notice at the first message, or never, is a sentence before the start.
 *
 * <p>Each rule is a class of its own. {@link dev.rota.flow.triage} has the stricter lint of the rules that decide.
 */
@NullMarked
package dev.rota.flow.lint;

import org.jspecify.annotations.NullMarked;
