package dev.belay.link;

/**
 * The pager's own incident about a record.
 *
 * @param id what the pager calls it
 * @param order the order that made it: to that order itself it is none of an earlier page
 */
public record PagerIncident(String id, String order) {}
