package dev.belay.person;

import dev.belay.record.SysId;

/** A user of ServiceNow, under whose name the record changes. */
public record PlatformUser(SysId sysId, String name, String email) {}
