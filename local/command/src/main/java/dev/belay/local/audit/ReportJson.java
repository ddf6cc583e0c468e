package dev.belay.local.audit;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonWriter;
import dev.belay.audit.finding.AuditFinding;
import dev.belay.audit.finding.AuditReport;
import dev.belay.audit.finding.Counted;
import dev.belay.audit.finding.Share;

/** An audit's report for a script. Members are added, and none is ever renamed. */
final class ReportJson {
    private ReportJson() {}

    static String of(AuditReport report) {
        JsonObject json = JsonObject.builder()
                .value("began", report.began().toString())
                .value("ended", report.ended().toString())
                .value("channels", report.counted().channels())
                .value("links", report.counted().links())
                .value("open_records", report.counted().records())
                .value("looked_at", of(report.counted().looks()))
                .value("tabs_and_cards", of(report.counted().bearings()))
                .value("worst", report.worst().map(Enum::name).orElse("NONE"))
                .value(
                        "shares",
                        new JsonArray(
                                report.shares().stream().map(ReportJson::of).toList()))
                .value(
                        "findings",
                        new JsonArray(
                                report.findings().stream().map(ReportJson::of).toList()))
                .done();
        return JsonWriter.indent("  ").string().value(json).done();
    }

    private static JsonObject of(Counted.Asked asked) {
        return JsonObject.builder()
                .value("of", asked.all())
                .value("asked", asked.asked())
                .done();
    }

    private static JsonObject of(Share share) {
        return JsonObject.builder()
                .value("table", share.table())
                .value("priority", share.priority())
                .value("platform", share.platform().id())
                .value("open", share.open())
                .value("live", share.live())
                .value("percent", share.percent())
                .done();
    }

    private static JsonObject of(AuditFinding finding) {
        JsonObject json = JsonObject.builder()
                .value("kind", finding.kind().id())
                .value("severity", finding.kind().severity().name())
                .value("meaning", finding.kind().meaning())
                .value("advice", finding.kind().advice())
                .value("detail", finding.detail())
                .done();
        finding.platform().ifPresent(platform -> json.put("platform", platform.id()));
        finding.record().ifPresent(record -> {
            json.put("table", record.table());
            json.put("sys_id", record.sysId().value());
        });
        finding.channel().ifPresent(channel -> {
            json.put("workspace", channel.workspace());
            channel.team().ifPresent(team -> json.put("team", team));
            json.put("channel", channel.id());
            json.put("channel_name", channel.name());
        });
        return json;
    }
}
