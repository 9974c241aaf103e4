/** Route files as YAML that remembers its lines. */
@NullMarked
package dev.rota.flow.yaml;

import org.jspecify.annotations.NullMarked;
