var BelayEvents = Class.create();
BelayEvents.prototype = {
    initialize: function () {},

    /** What is told of a record: its business rule calls it after the transaction (async). Of record.attached it is the row of sys_attachment. */
    tell: function (record, type) {
        var rules = require("x_belay_chat/belay/0.1.0/src/server/rules.js");
        var known = {
            "record.opened": rules.opened,
            "record.updated": rules.updated,
            "record.journal": rules.noted,
            "record.deleted": rules.deleted,
            "record.attached": rules.attached,
        };
        if (!known[type]) {
            throw new Error("Belay is told " + Object.keys(known).join(", "));
        }
        known[type](record);
    },

    type: "BelayEvents",
};
