package dev.belay.aws.table.run;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import com.grack.nanojson.JsonParserException;
import com.grack.nanojson.JsonWriter;
import dev.belay.audit.finding.AuditFinding;
import dev.belay.audit.finding.Counted;
import dev.belay.audit.finding.FindingKind;
import dev.belay.audit.finding.Share;
import dev.belay.audit.journal.AuditPage;
import dev.belay.audit.journal.Progress;
import dev.belay.audit.journal.Progress.Place;
import dev.belay.audit.journal.Progress.Stage;
import dev.belay.aws.table.Table;
import dev.belay.chat.Channel;
import dev.belay.chat.Platform;
import dev.belay.failure.Rejected;
import dev.belay.record.RecordRef;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** What an audit keeps, as it is stored. */
final class AuditJson {
    private AuditJson() {}

    static String written(Progress progress) {
        JsonObject json = JsonObject.builder()
                .value("began", progress.began().toString())
                .value("stage", progress.stage().name())
                .value("places", array(progress.places(), AuditJson::written))
                .value("at", progress.at())
                .value("item", progress.item())
                .value("pages", progress.pages())
                .value("channels", progress.counted().channels())
                .value("links", progress.counted().links())
                .value("records", progress.counted().records())
                .value("shares", array(progress.shares(), AuditJson::written))
                .done();
        progress.cursor().ifPresent(cursor -> json.put("cursor", cursor));
        return JsonWriter.string(json);
    }

    static Progress progress(String text) {
        return read(
                text,
                json -> new Progress(
                        Instant.parse(json.getString("began", "")),
                        Stage.valueOf(json.getString("stage", "")),
                        objects(json, "places").map(AuditJson::place).toList(),
                        json.getInt("at"),
                        Optional.ofNullable(json.getString("cursor")),
                        json.getInt("item"),
                        json.getInt("pages"),
                        new Counted(json.getInt("channels"), json.getInt("links"), json.getInt("records")),
                        objects(json, "shares").map(AuditJson::share).toList()));
    }

    static String written(AuditPage page) {
        JsonObject json = JsonObject.builder()
                .value("live", new JsonArray(page.live()))
                .value("archived", new JsonArray(page.archived()))
                .value("findings", array(page.findings(), AuditJson::written))
                .done();
        page.place().ifPresent(place -> json.put("place", written(place)));
        return JsonWriter.string(json);
    }

    static AuditPage page(String text) {
        return read(
                text,
                json -> new AuditPage(
                        Optional.ofNullable(json.getObject("place")).map(AuditJson::place),
                        texts(json, "live"),
                        texts(json, "archived"),
                        objects(json, "findings").map(AuditJson::finding).toList()));
    }

    private static <T> T read(String text, Function<JsonObject, T> shape) {
        try {
            return shape.apply(JsonParser.object().from(text));
        } catch (JsonParserException | IllegalArgumentException | DateTimeException e) {
            throw new Rejected(Table.SYSTEM, "what an audit kept cannot be read");
        }
    }

    private static <T> JsonArray array(Collection<T> items, Function<T, JsonObject> shape) {
        return new JsonArray(items.stream().map(shape).toList());
    }

    private static Stream<JsonObject> objects(JsonObject json, String name) {
        return json.getArray(name, new JsonArray()).stream().map(JsonObject.class::cast);
    }

    private static List<String> texts(JsonObject json, String name) {
        return json.getArray(name, new JsonArray()).stream()
                .map(String.class::cast)
                .toList();
    }

    private static JsonObject written(Place place) {
        return JsonObject.builder()
                .value("platform", place.platform().id())
                .value("workspace", place.workspace())
                .value("id", place.id())
                .done();
    }

    private static Place place(JsonObject json) {
        return new Place(
                Platform.of(json.getString("platform", "")), json.getString("workspace", ""), json.getString("id", ""));
    }

    private static JsonObject written(Share share) {
        return JsonObject.builder()
                .value("table", share.table())
                .value("priority", share.priority())
                .value("platform", share.platform().id())
                .value("open", share.open())
                .value("live", share.live())
                .done();
    }

    private static Share share(JsonObject json) {
        return new Share(
                json.getString("table", ""),
                json.getInt("priority"),
                Platform.of(json.getString("platform", "")),
                json.getInt("open"),
                json.getInt("live"));
    }

    private static JsonObject written(AuditFinding finding) {
        JsonObject json = JsonObject.builder()
                .value("kind", finding.kind().id())
                .value("detail", finding.detail())
                .done();
        finding.platform().ifPresent(platform -> json.put("platform", platform.id()));
        finding.record().ifPresent(record -> {
            json.put("table", record.table());
            json.put("sys_id", record.sysId().value());
        });
        finding.channel().ifPresent(channel -> {
            json.put("workspace", channel.workspace());
            json.put("channel", channel.id());
            json.put("name", channel.name());
            channel.team().ifPresent(team -> json.put("team", team));
        });
        return json;
    }

    private static AuditFinding finding(JsonObject json) {
        Optional<Platform> platform =
                Optional.ofNullable(json.getString("platform")).map(Platform::of);
        return new AuditFinding(
                FindingKind.of(json.getString("kind", "")),
                platform,
                Optional.ofNullable(json.getString("table"))
                        .map(table -> RecordRef.of(table, json.getString("sys_id", ""))),
                Optional.ofNullable(json.getString("channel"))
                        .flatMap(id -> platform.map(there -> new Channel(
                                there,
                                json.getString("workspace", ""),
                                Optional.ofNullable(json.getString("team")),
                                id,
                                json.getString("name", "")))),
                json.getString("detail", ""));
    }
}
