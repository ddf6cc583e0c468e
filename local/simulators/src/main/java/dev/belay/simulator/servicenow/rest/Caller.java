package dev.belay.simulator.servicenow.rest;

/**
 * Who makes a request.
 *
 * @param application whether it is the integration user, with a bearer token, rather than a person
 */
record Caller(String userName, boolean application) {}
