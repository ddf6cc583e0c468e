package dev.belay.record;

/**
 * Who a record is assigned to.
 *
 * @param userId the reference's value; mostly a sys_id, though ServiceNow does not promise it
 * @param name the display name, or the id where the name cannot be read
 */
public record Assignee(String userId, String name) {}
