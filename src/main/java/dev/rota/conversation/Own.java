package dev.rota.conversation;

/**
 * What a viewer is responsible for.
 *
 * @param count how many conversations
 * @param elsewhere whether some of them are in queues of which the viewer sees nothing else
 */
public record Own(int count, boolean elsewhere) {}
