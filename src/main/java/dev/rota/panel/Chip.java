package dev.rota.panel;

import org.jspecify.annotations.Nullable;

/**
 * What marks a conversation as one of a number: its name, its word and its colour.
 *
 * @param word null where the name says it
 * @param style the class of {@link Colours} that colours it; null without a colour
 */
record Chip(String name, @Nullable String word, @Nullable String style) {}
