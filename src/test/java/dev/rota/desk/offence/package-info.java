/** Code that breaks the house rules, so that the tests of the rules can show that they would notice. */
@NullMarked
package dev.rota.desk.offence;

import org.jspecify.annotations.NullMarked;
