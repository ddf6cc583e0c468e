package dev.belay.local.demo.view;

/** A record that a story opened: an incident, mostly. */
public record Ticket(String table, String number, String sysId) {}
