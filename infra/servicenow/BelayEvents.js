/**
 * Script include "BelayEvents", global scope: tells Belay that something happened to a record, and nothing of the record itself.
 * The business rules call it after the transaction (async), each with the type that it stands for.
 */
var BelayEvents = Class.create();
BelayEvents.prototype = {
    initialize: function () {},

    /**
     * Sends one event. It is not sent again: what is lost shows with the next event of the record.
     *
     * @param {GlideRecord} record as the rule's "current"
     * @param {string} type record.opened, record.updated, record.journal or record.deleted
     */
    tell: function (record, type) {
        var event = this.event(record, type);
        var status = this.send(event, this.ascii(JSON.stringify(event)));
        if (status !== 202) {
            gs.error("Belay did not take " + event.event_id + " of " + record.getValue("number") + ": status " + status);
        }
    },

    /**
     * Sends one event: that a file was attached to a record. Nothing of the file is in it.
     *
     * @param {GlideRecord} attachment a row of sys_attachment, as the rule's "current"
     */
    attached: function (attachment) {
        var event = this.event(attachment, "record.attached");
        event.table = String(attachment.getValue("table_name") || "");
        event.sys_id = String(attachment.getValue("table_sys_id") || "");
        event.attachment = attachment.getUniqueValue();
        event.event_id = event.table + ":" + event.sys_id + ":" + event.attachment + ":record.attached";
        var status = this.send(event, this.ascii(JSON.stringify(event)));
        if (status !== 202) {
            gs.error("Belay did not take " + event.event_id + ": status " + status);
        }
    },

    /** The instance's name is read now and stored nowhere, so that a clone says who it is. */
    event: function (record, type) {
        var table = record.getTableName();
        var sysId = record.getUniqueValue();
        var count = String(record.getValue("sys_mod_count") || "0");
        return {
            schema: 1,
            event_id: table + ":" + sysId + ":" + count + ":" + type,
            type: type,
            occurred_at: this.time(record),
            instance: String(gs.getProperty("instance_name") || ""),
            table: table,
            sys_id: sysId,
            sys_mod_count: count,
            updated_by: String(record.getValue("sys_updated_by") || ""),
        };
    },

    /** When the record changed: a row that an import or a script made without its system fields has no time, so now. */
    time: function (record) {
        var utc = record.getValue("sys_updated_on") || record.getValue("sys_created_on") || new GlideDateTime().getValue();
        return String(utc).replace(" ", "T") + "Z";
    },

    /** The MAC is over characters here and over bytes at Belay, so the body has only characters that are one byte. */
    ascii: function (json) {
        return json.replace(/[^\x00-\x7f]/g, function (c) {
            return "\\u" + ("000" + c.charCodeAt(0).toString(16)).slice(-4);
        });
    },

    send: function (event, body) {
        var key = this.key();
        var timestamp = String(Math.floor(new GlideDateTime().getNumericValue() / 1000));
        var mac = new GlideCertificateEncryption().generateMac(key.base64, "HmacSHA256", "v1:" + timestamp + ":" + body);
        var message = new sn_ws.RESTMessageV2("Belay", "event");
        message.disableForcedVariableSubstitution();
        message.setHttpTimeout(5000);
        message.setRequestHeader("Content-Type", "application/json");
        message.setRequestHeader("X-Belay-Event-Id", event.event_id);
        message.setRequestHeader("X-Belay-Key-Id", key.id);
        message.setRequestHeader("X-Belay-Timestamp", timestamp);
        message.setRequestHeader("X-Belay-Signature", "v1=" + mac);
        message.setRequestBody(body);
        return message.execute().getStatusCode();
    },

    /** A basic-auth credential: its user name is the key's id, its password the key in base64. */
    key: function () {
        var id = gs.getProperty("belay.event.credential");
        var credential = id ? new sn_cc.StandardCredentialsProvider().getCredentialByID(id) : null;
        if (!credential || !credential.getAttribute("password")) {
            throw new Error("the property belay.event.credential names no credential with a key");
        }
        return { id: String(credential.getAttribute("user_name")), base64: String(credential.getAttribute("password")) };
    },

    type: "BelayEvents",
};
