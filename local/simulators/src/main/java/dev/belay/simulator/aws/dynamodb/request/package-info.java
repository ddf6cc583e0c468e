/** What a request says and how it is refused. */
@NullMarked
package dev.belay.simulator.aws.dynamodb.request;

import org.jspecify.annotations.NullMarked;
