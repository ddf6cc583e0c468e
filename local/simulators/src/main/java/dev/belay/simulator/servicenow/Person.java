package dev.belay.simulator.servicenow;

/** A user of the instance; the password is the user name. */
public record Person(String sysId, String userName, String name, String email) {}
