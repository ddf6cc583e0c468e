package dev.belay.simulator.teams.tenant;

import java.io.ByteArrayOutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The folders of a tenant's channels, and the addresses that files are read and written at without a token. Touched only while its tenant is held. */
public final class Library {
    /** A file that is being uploaded in parts. */
    public static final class Session {
        private final Folder folder;
        private final String name;
        private final ByteArrayOutputStream parts = new ByteArrayOutputStream();

        Session(Folder folder, String name) {
            this.folder = folder;
            this.name = name;
        }

        public long next() {
            return parts.size();
        }

        public void take(byte[] part) {
            parts.writeBytes(part);
        }

        public DriveFile finish() {
            return folder.write(name, "application/octet-stream", parts.toByteArray());
        }

        public Folder folder() {
            return folder;
        }
    }

    private final Map<String, Folder> folders = new LinkedHashMap<>();
    private final Map<String, Session> sessions = new HashMap<>();
    private final Map<String, DriveFile> downloads = new HashMap<>();
    private final Map<String, List<Picture>> pictures = new HashMap<>();

    private Duration slowness = Duration.ZERO;

    Library() {}

    /** Puts a picture into a message. */
    public void paste(String message, String type, byte[] bytes, boolean told) {
        List<Picture> there = pictures.computeIfAbsent(message, _ -> new ArrayList<>());
        String object = "id=x_0-weu-d1-" + message + "-" + there.size() + ",type=1,url=https://eu-api.asm.skype.com/v1";
        String id = Base64.getUrlEncoder().withoutPadding().encodeToString(object.getBytes(StandardCharsets.UTF_8));
        there.add(new Picture(id, type, bytes, told));
    }

    /** The pictures within a message, in order. */
    public List<Picture> pictures(String message) {
        return List.copyOf(pictures.getOrDefault(message, List.of()));
    }

    /** Folders of new channels are not there before that time has passed, unless somebody shared a file. */
    public void makeFoldersAfter(Duration time) {
        slowness = time;
    }

    public boolean hasFolder(Channel channel, Instant now) {
        return folders.containsKey(channel.id())
                || !now.isBefore(channel.created().plus(slowness));
    }

    /** A channel's folder, made when it is asked for first. */
    public Folder of(Channel channel) {
        return folders.computeIfAbsent(channel.id(), id -> {
            String number = "%03d".formatted(folders.size() + 1);
            String site = "https://acme.sharepoint.com/sites/"
                    + channel.team().name().replace(" ", "") + "/Shared%20Documents/"
                    + URLEncoder.encode(channel.name(), StandardCharsets.UTF_8).replace("+", "%20");
            return new Folder("b!drive" + channel.team().id(), "01FOLDER" + number, site);
        });
    }

    public Optional<Folder> folder(String drive, String id) {
        return folders.values().stream()
                .filter(folder -> folder.drive().equals(drive) && folder.id().equals(id))
                .findFirst();
    }

    /** Begins an upload in parts; tells the secret of its address. */
    public String begin(Folder folder, String name) {
        String secret = secret();
        sessions.put(secret, new Session(folder, name));
        return secret;
    }

    public Optional<Session> session(String secret) {
        return Optional.ofNullable(sessions.get(secret));
    }

    public void end(String secret) {
        sessions.remove(secret);
    }

    /** The secret of an address where a file is read for an hour. */
    public String offer(DriveFile file) {
        String secret = secret();
        downloads.put(secret, file);
        return secret;
    }

    public Optional<DriveFile> offered(String secret) {
        return Optional.ofNullable(downloads.get(secret));
    }

    /** The hour is over. */
    public void forgetOffers() {
        downloads.clear();
    }

    private static String secret() {
        return UUID.randomUUID().toString().replace("-", "");
    }
}
