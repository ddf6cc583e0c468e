package dev.belay.conversationfile.bench;

/** From where to where a file goes. */
enum Way {
    /** What a program does that only reads here and writes there: what the others are held against. */
    PLAIN,
    SLACK_TO_SERVICENOW,
    SERVICENOW_TO_SLACK,
    TEAMS_TO_SERVICENOW,
    SERVICENOW_TO_TEAMS
}
