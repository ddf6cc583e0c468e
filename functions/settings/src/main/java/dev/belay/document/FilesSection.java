package dev.belay.document;

import dev.belay.chat.Platform;
import dev.belay.settings.FileSettings;
import java.util.Map;

/** Reads which files are brought over, and how large they may be. */
final class FilesSection {
    private static final int MEGABYTE = 1 << 20;
    private static final int GIGABYTE_IN_MB = 1024;

    /** What SharePoint takes as one file (learn.microsoft.com/office365/servicedescriptions, SharePoint limits). */
    private static final int SHAREPOINT_IN_MB = 250 * GIGABYTE_IN_MB;

    private FilesSection() {}

    static FileSettings read(JsonSection top) {
        JsonSection files = top.objectOrEmpty("files")
                .allowOnly(
                        "to_record", "to_chat", "largest_attachment_mb", "largest_in_slack_mb", "largest_in_teams_mb");
        return new FileSettings(
                files.flag("to_record", FileSettings.USUAL.toRecord()),
                files.flag("to_chat", FileSettings.USUAL.toChat()),
                bytes(files, "largest_attachment_mb", GIGABYTE_IN_MB),
                Map.of(
                        Platform.SLACK,
                        bytes(files, "largest_in_slack_mb", GIGABYTE_IN_MB),
                        Platform.TEAMS,
                        bytes(files, "largest_in_teams_mb", SHAREPOINT_IN_MB)));
    }

    private static long bytes(JsonSection files, String key, int most) {
        return (long) files.number(key, 1, most, most) * MEGABYTE;
    }
}
