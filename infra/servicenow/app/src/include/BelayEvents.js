var BelayEvents = Class.create();
BelayEvents.prototype = {
    initialize: function () {},

    /** What is told of a record: its business rule calls it after the transaction (async). */
    tell: function (record, type) {
        var rules = require("x_belay_chat/belay/0.1.0/src/server/rules.js");
        var known = {
            "record.opened": rules.opened,
            "record.updated": rules.updated,
            "record.journal": rules.noted,
            "record.deleted": rules.deleted,
        };
        if (!known[type]) {
            throw new Error("Belay is told record.opened, record.updated, record.journal or record.deleted");
        }
        known[type](record);
    },

    type: "BelayEvents",
};
