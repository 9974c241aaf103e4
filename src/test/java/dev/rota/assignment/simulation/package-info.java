/**
 * A company's work on a clock of its own: people come and go, customers write, commands race with rules, and after each
 * event what was promised is looked after by code that shares nothing with what it looks after.
 */
@NullMarked
package dev.rota.assignment.simulation;

import org.jspecify.annotations.NullMarked;
