/** What is installed in Slack and in Teams, filled with the values of one deployment. */
@NullMarked
package dev.belay.local.chatapp;

import org.jspecify.annotations.NullMarked;
