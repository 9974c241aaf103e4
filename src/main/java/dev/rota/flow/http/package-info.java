/** The webhook port: HTTP on Vert.x, handed to routes without a thread that waits. */
@NullMarked
package dev.rota.flow.http;

import org.jspecify.annotations.NullMarked;
