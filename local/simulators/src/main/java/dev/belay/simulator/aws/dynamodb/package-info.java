/** DynamoDB, the subset that we use: its data, its expressions, its refusals, and what it keeps of them between runs. */
@NullMarked
package dev.belay.simulator.aws.dynamodb;

import org.jspecify.annotations.NullMarked;
