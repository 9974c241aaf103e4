/** Meta's side of the door: who may knock, what came, and what it says. */
@NullMarked
package dev.rota.whatsapp;

import org.jspecify.annotations.NullMarked;
