/** What a person is asked before an action is done, whatever the platform draws it with, and what they entered. */
@NullMarked
package dev.belay.dialog;

import org.jspecify.annotations.NullMarked;
