/** The demo's surroundings: a simulated phone, Meta and helpdesk, and customers who write by themselves. */
@NullMarked
package dev.rota.demo;

import org.jspecify.annotations.NullMarked;
