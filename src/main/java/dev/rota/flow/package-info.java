/** The only package that knows Camel: what the route files refer to, and how they are loaded. */
@NullMarked
package dev.rota.flow;

import org.jspecify.annotations.NullMarked;
