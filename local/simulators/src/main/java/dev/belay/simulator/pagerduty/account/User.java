package dev.belay.simulator.pagerduty.account;

/** A user of the account, who can be paged. */
public record User(String id, String name, String email) {}
