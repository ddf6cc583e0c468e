/** API Gateway's HTTP API on this machine: requests become events, and a function's answers become responses. */
@NullMarked
package dev.belay.local.gateway;

import org.jspecify.annotations.NullMarked;
