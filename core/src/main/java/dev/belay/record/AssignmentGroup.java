package dev.belay.record;

/**
 * The group that a record is assigned to.
 *
 * @param groupId the group's sys_id
 * @param name its display name, or the sys_id where the name cannot be read
 */
public record AssignmentGroup(String groupId, String name) {}
