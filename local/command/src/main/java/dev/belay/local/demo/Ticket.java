package dev.belay.local.demo;

/** A record that a story opened: an incident, mostly. */
record Ticket(String table, String number, String sysId) {}
