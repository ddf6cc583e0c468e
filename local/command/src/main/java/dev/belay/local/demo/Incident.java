package dev.belay.local.demo;

/** An incident that a story opened. */
record Incident(String number, String sysId) {}
