/** What people see in chat and in ServiceNow, read back through the systems' own APIs. */
@NullMarked
package dev.belay.local.demo.view;

import org.jspecify.annotations.NullMarked;
