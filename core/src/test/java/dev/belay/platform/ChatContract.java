package dev.belay.platform;

/** What every chat platform keeps, capability by capability. */
public interface ChatContract
        extends ChannelsContract,
                CardsContract,
                LinesContract,
                MessagesContract,
                PeopleContract,
                InvitationsContract,
                SurveyContract {}
