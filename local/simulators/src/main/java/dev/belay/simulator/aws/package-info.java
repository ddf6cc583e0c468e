/**
 * AWS as the functions see it: one endpoint that proves who calls, notes which permission each call needs, and hands it to
 * the engine of its tables, to ElasticMQ, or to the secrets and parameters that it keeps itself.
 */
@NullMarked
package dev.belay.simulator.aws;

import org.jspecify.annotations.NullMarked;
