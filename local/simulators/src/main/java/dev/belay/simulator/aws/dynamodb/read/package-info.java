/** Reading items: one by its key, or many, page by page. */
@NullMarked
package dev.belay.simulator.aws.dynamodb.read;

import org.jspecify.annotations.NullMarked;
