/** Making, describing and dropping tables. */
@NullMarked
package dev.belay.simulator.aws.dynamodb.admin;

import org.jspecify.annotations.NullMarked;
