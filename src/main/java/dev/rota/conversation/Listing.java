package dev.rota.conversation;

/**
 * The beginning of a list, with how much there is under each tab of the desk.
 *
 * @param page its first page
 */
public record Listing(Page<Summary> page, Counts counts) {}
