package dev.belay.file;

import java.util.Locale;

/** How large a file is, as people say it. */
public final class FileSize {
    private static final String[] UNITS = {"bytes", "KB", "MB", "GB", "TB"};

    private FileSize() {}

    /** With one digit behind the point, in units of 1024. */
    public static String inWords(long bytes) {
        int unit = 0;
        double size = bytes;
        while (size >= 1024 && unit < UNITS.length - 1) {
            size /= 1024;
            unit++;
        }
        return unit == 0
                ? bytes + (bytes == 1 ? " byte" : " bytes")
                : String.format(Locale.ROOT, size == Math.rint(size) ? "%.0f %s" : "%.1f %s", size, UNITS[unit]);
    }
}
