package dev.belay.settings;

import dev.belay.chat.Platform;
import java.util.Map;

/**
 * Which files are brought over, and how large they may be; of a larger one a link is.
 *
 * @param toRecord whether files of conversations are attached to their records
 * @param toChat whether attachments of records are shown in their conversations
 * @param largestAttachment how many bytes ServiceNow takes, its property {@code com.glide.attachment.max_size}
 * @param largestInChat how many bytes each platform takes
 */
public record FileSettings(
        boolean toRecord, boolean toChat, long largestAttachment, Map<Platform, Long> largestInChat) {
    private static final long GIGABYTE = 1L << 30;

    /**
     * As it is where the document says nothing: 1024 MB as ServiceNow ships, 1 GB in Slack, 250 GB in SharePoint, where the files of Teams
     * are (learn.microsoft.com/microsoftteams/limits-specifications-teams).
     */
    public static final FileSettings USUAL =
            new FileSettings(true, true, GIGABYTE, Map.of(Platform.SLACK, GIGABYTE, Platform.TEAMS, 250 * GIGABYTE));

    public FileSettings {
        largestInChat = Map.copyOf(largestInChat);
    }

    /** How many bytes a platform takes. */
    public long largestIn(Platform platform) {
        return largestInChat.getOrDefault(platform, 0L);
    }
}
