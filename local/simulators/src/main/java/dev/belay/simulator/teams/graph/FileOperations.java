package dev.belay.simulator.teams.graph;

import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonWriter;
import dev.belay.simulator.http.Response;
import dev.belay.simulator.teams.call.Call;
import dev.belay.simulator.teams.call.Operation;
import dev.belay.simulator.teams.call.Service;
import dev.belay.simulator.teams.tenant.DriveFile;
import dev.belay.simulator.teams.tenant.Folder;
import dev.belay.simulator.teams.tenant.Library;
import dev.belay.simulator.teams.tenant.Tenant;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The files of channels (learn.microsoft.com/graph/api: channel-get-filesfolder, driveitem-get, driveitem-createuploadsession), and the
 * addresses beside Graph that they are read and written at, to which no token is sent.
 */
final class FileOperations {
    private static final String PREFIX = "/sharepoint/";
    private static final int STEP = 327_680;
    private static final int MOST = 60 << 20;
    private static final Pattern RANGE = Pattern.compile("bytes (\\d+)-(\\d+)/(\\d+)");

    private final Tenant tenant;
    private final GraphAccess gate;
    private final Supplier<URI> base;

    FileOperations(Tenant tenant, GraphAccess gate, Supplier<URI> base) {
        this.tenant = tenant;
        this.gate = gate;
        this.base = base;
    }

    List<Operation> all() {
        return List.of(
                gate.operation(
                        "filesFolder",
                        "GET /teams/{team}/channels/{channel}/filesFolder",
                        RequiredPermissions.READ_FILES,
                        this::folder),
                gate.directory(
                        "getItem",
                        "GET /drives/{drive}/items/{folder}/{name}",
                        RequiredPermissions.READ_FILES,
                        this::item),
                gate.directory(
                        "createUploadSession",
                        "POST /drives/{drive}/items/{folder}/{name}/createUploadSession",
                        RequiredPermissions.WRITE_FILES,
                        this::session));
    }

    /** What stands beside Graph. */
    Service service() {
        return new Service(
                "sharepoint",
                PREFIX,
                List.of(
                        Operation.of("download", "GET /download/{secret}", this::download),
                        Operation.of("upload", "PUT /upload/{secret}", this::upload)),
                GraphErrors::throttled,
                GraphErrors::unknownSegment);
    }

    private Response folder(GraphCall call) {
        if (!tenant.library().hasFolder(call.channel(), tenant.clock().instant())) {
            throw GraphErrors.of(
                    404, "NotFound", "Folder location for this channel is not ready yet, please try again later.");
        }
        Folder folder = tenant.library().of(call.channel());
        JsonObject json = new JsonObject();
        json.put("id", folder.id());
        json.put("name", call.channel().name());
        json.put("webUrl", folder.webUrl());
        json.put("size", 0);
        json.put("parentReference", parent(folder));
        json.put("folder", new JsonObject());
        return Response.json(200, JsonWriter.string(json));
    }

    private static JsonObject parent(Folder folder) {
        JsonObject parent = new JsonObject();
        parent.put("driveId", folder.drive());
        parent.put("driveType", "documentLibrary");
        return parent;
    }

    private Folder named(Call call) {
        String id = call.place("folder");
        if (!id.endsWith(":")) {
            throw GraphErrors.badRequest("Resource not found for the segment.");
        }
        return tenant.library()
                .folder(call.place("drive"), id.substring(0, id.length() - 1))
                .orElseThrow(() -> GraphErrors.of(404, "itemNotFound", "The resource could not be found."));
    }

    private Response item(Call call) {
        Folder folder = named(call);
        DriveFile file = folder.file(call.place("name"))
                .orElseThrow(() -> GraphErrors.of(404, "itemNotFound", "The resource could not be found."));
        JsonObject json = json(folder, file);
        json.put(
                "@microsoft.graph.downloadUrl",
                base.get() + PREFIX + "download/" + tenant.library().offer(file));
        return Response.json(200, JsonWriter.string(json));
    }

    private static JsonObject json(Folder folder, DriveFile file) {
        JsonObject json = new JsonObject();
        json.put("id", file.id());
        json.put("name", file.name());
        json.put("size", file.bytes().length);
        json.put("cTag", file.contentTag());
        json.put("webUrl", folder.webUrl(file.name()));
        json.put("parentReference", parent(folder));
        JsonObject type = new JsonObject();
        type.put("mimeType", file.type());
        json.put("file", type);
        return json;
    }

    private Response session(Call call) {
        Folder folder = named(call);
        String name = call.place("name");
        JsonObject body = call.json(() -> GraphErrors.badRequest("Unable to read JSON request payload."));
        String conflict = body.getObject("item", new JsonObject()).getString("@microsoft.graph.conflictBehavior", "");
        if (!name.endsWith(":") || !List.of("replace", "rename", "fail").contains(conflict)) {
            throw GraphErrors.of(400, "invalidRequest", "Invalid request");
        }
        String file = name.substring(0, name.length() - 1);
        if (file.matches(".*[\"*:<>?/\\\\|].*") || file.startsWith(" ") || file.endsWith(".")) {
            throw GraphErrors.of(400, "invalidRequest", "The name in the provided oneDrive resource is invalid");
        }
        JsonObject json = new JsonObject();
        json.put("uploadUrl", base.get() + PREFIX + "upload/" + tenant.library().begin(folder, file));
        json.put(
                "expirationDateTime",
                tenant.clock().instant().plusSeconds(86_400).toString());
        return Response.json(200, JsonWriter.string(json));
    }

    private Response download(Call call) {
        return tenant.atomically(() -> tenant.library()
                .offered(call.place("secret"))
                .map(file -> new Response(200, Map.of("Content-Type", file.type()), file.bytes()))
                .orElseThrow(() -> GraphErrors.of(401, "unauthenticated", "The address is not valid any more.")));
    }

    private Response upload(Call call) {
        if (call.bearer().isPresent()) {
            throw GraphErrors.of(401, "unauthenticated", "No token belongs here.");
        }
        return tenant.atomically(() -> {
            Library.Session session = tenant.library()
                    .session(call.place("secret"))
                    .orElseThrow(() -> GraphErrors.of(404, "itemNotFound", "The upload session was not found"));
            return taken(call, session);
        });
    }

    private Response taken(Call call, Library.Session session) {
        Matcher range = RANGE.matcher(call.request().header("content-range").orElse(""));
        byte[] part = call.request().body();
        if (!range.matches() || Long.parseLong(range.group(2)) - Long.parseLong(range.group(1)) + 1 != part.length) {
            throw GraphErrors.of(400, "invalidRequest", "The Content-Range header is missing or malformed.");
        }
        long total = Long.parseLong(range.group(3));
        boolean last = Long.parseLong(range.group(2)) + 1 == total;
        if (Long.parseLong(range.group(1)) != session.next()) {
            throw GraphErrors.of(416, "invalidRange", "Optimistic concurrency failure during fragmented upload");
        }
        if (part.length >= MOST || (!last && part.length % STEP != 0)) {
            throw GraphErrors.of(400, "invalidRequest", "The fragment length is not valid.");
        }
        session.take(part);
        if (!last) {
            return Response.json(202, "{\"nextExpectedRanges\":[\"" + session.next() + "-\"]}");
        }
        tenant.library().end(call.place("secret"));
        return Response.json(201, JsonWriter.string(json(session.folder(), session.finish())));
    }
}
