/** Tests of the rules: run against a compiled set, with what they cover. */
@NullMarked
package dev.rota.flow.ruletest;

import org.jspecify.annotations.NullMarked;
