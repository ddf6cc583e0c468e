package dev.belay.press;

import dev.belay.action.Request;
import dev.belay.action.Request.Named;
import dev.belay.chat.ChatUser;
import dev.belay.chat.Member;
import dev.belay.dialog.Dialog;
import dev.belay.dialog.Field;
import dev.belay.event.Press;
import dev.belay.person.Identities;
import dev.belay.person.Members;
import dev.belay.person.PlatformUser;
import dev.belay.platform.ChatPlatform;
import dev.belay.record.Happening.Participant;
import dev.belay.record.SysId;
import dev.belay.settings.Settings;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Whom a person named in a dialog: who they are in the chat, and in ServiceNow. */
public final class NamedPeople {
    private final Members members;
    private final Identities identities;

    public NamedPeople(Members members, Identities identities) {
        this.members = members;
        this.identities = identities;
    }

    /** For each field that takes people those who were chosen, in order. */
    Map<String, List<Named>> in(Dialog dialog, Request request, ChatPlatform chat) {
        Press press = request.press();
        String channel = PeopleAround.of(press, request.link()).channel();
        Map<String, List<Named>> named = new HashMap<>();
        for (Field field : dialog.fields()) {
            if (field instanceof Field.People) {
                named.put(
                        field.id(),
                        press.input().of(field.id()).stream()
                                .map(id -> named(id, request, channel, chat))
                                .toList());
            }
        }
        return named;
    }

    /** A record may be given to them: what is remembered of them is not believed. */
    private Named named(String id, Request request, String channel, ChatPlatform chat) {
        Member member = member(id, request.press(), channel, chat);
        return new Named(member, identities.confirmed(member, request.settings()));
    }

    private Member member(String id, Press press, String channel, ChatPlatform chat) {
        ChatUser user = new ChatUser(press.platform(), press.workspace(), id);
        return members.member(chat.people(), user, channel, press.reply());
    }

    /** Somebody whom a pager named. It may name who is no active user any more: they join no record. */
    Participant participant(SysId user) {
        Optional<PlatformUser> active = identities.user(user);
        return new Participant(
                active.map(PlatformUser::name).orElse("somebody on call who is no active user in ServiceNow"),
                Optional.empty(),
                active.map(PlatformUser::sysId));
    }

    /** The name of who pressed, by ServiceNow where they are known there. */
    String presser(Press press, ChatPlatform chat, Settings settings) {
        Member member = member(press.user().id(), press, press.place().channel(), chat);
        return new Named(member, identities.of(member, settings)).name();
    }
}
