/** What API Gateway makes of requests and answers. */
@NullMarked
package dev.belay.local.gateway;

import org.jspecify.annotations.NullMarked;
