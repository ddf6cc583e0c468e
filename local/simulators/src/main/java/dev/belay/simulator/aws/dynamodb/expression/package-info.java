/** What all expressions share: words, placeholders, document paths and projections. */
@NullMarked
package dev.belay.simulator.aws.dynamodb.expression;

import org.jspecify.annotations.NullMarked;
