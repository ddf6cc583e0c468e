package dev.belay.simulator.teams.tenant;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A channel's folder in its team's document library. Touched only while its tenant is held. */
public final class Folder {
    private final String drive;
    private final String id;
    private final String webUrl;
    private final Map<String, DriveFile> files = new LinkedHashMap<>();
    private int made;

    Folder(String drive, String id, String webUrl) {
        this.drive = drive;
        this.id = id;
        this.webUrl = webUrl;
    }

    public String drive() {
        return drive;
    }

    public String id() {
        return id;
    }

    public String webUrl() {
        return webUrl;
    }

    /** Where people open a file of it. */
    public String webUrl(String name) {
        return webUrl + "/" + URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    }

    public Optional<DriveFile> file(String name) {
        return Optional.ofNullable(files.get(name));
    }

    public List<DriveFile> files() {
        return List.copyOf(files.values());
    }

    /** Writes a file, in the place of one of that name. */
    public DriveFile write(String name, String type, byte[] bytes) {
        int version = file(name).map(DriveFile::version).orElse(0) + 1;
        String itemId = file(name).map(DriveFile::id).orElseGet(() -> id + "ITEM" + ++made);
        DriveFile written = new DriveFile(itemId, name, type, bytes, version);
        files.put(name, written);
        return written;
    }

    /** Writes a file under a name that no other has, as clients do. */
    public DriveFile add(String name, String type, byte[] bytes) {
        String free = name;
        for (int i = 1; files.containsKey(free); i++) {
            int dot = name.lastIndexOf('.');
            free = dot < 0 ? name + " " + i : name.substring(0, dot) + " " + i + name.substring(dot);
        }
        return write(free, type, bytes);
    }

    public void delete(String name) {
        files.remove(name);
    }
}
