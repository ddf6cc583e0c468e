package dev.belay.record;

/**
 * The group that a record is assigned to.
 *
 * @param groupId the group's sys_id
 * @param name its display name
 */
public record AssignmentGroup(String groupId, String name) {}
