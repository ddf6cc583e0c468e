package dev.belay.teams.protocol;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads HTML's character references: by number, and by the names that HTML 4 has for signs and for the letters of Latin-1. */
final class Entities {
    private static final int LONGEST = 10;
    private static final int FIRST_OF_LATIN_1 = 160;

    /** From U+00A0 on, one after the other (www.w3.org/TR/html4/sgml/entities.html). */
    private static final String LATIN_1 =
            "nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr"
                    + " deg plusmn sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest"
                    + " Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml"
                    + " ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig"
                    + " agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml"
                    + " eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml";

    private static final String OTHERS =
            "quot \" amp & lt < gt > apos ' euro \u20AC hellip \u2026 ndash \u2013 mdash \u2014"
                    + " lsquo \u2018 rsquo \u2019 sbquo \u201A ldquo \u201C rdquo \u201D bdquo \u201E lsaquo \u2039 rsaquo \u203A"
                    + " bull \u2022 dagger \u2020 Dagger \u2021 permil \u2030 prime \u2032 Prime \u2033 trade \u2122 larr \u2190"
                    + " uarr \u2191 rarr \u2192 darr \u2193 harr \u2194 rArr \u21D2 minus \u2212 infin \u221E asymp \u2248 ne \u2260"
                    + " le \u2264 ge \u2265 OElig \u0152 oelig \u0153 Scaron \u0160 scaron \u0161 Yuml \u0178 ensp \u2002"
                    + " emsp \u2003 thinsp \u2009 zwnj \u200C zwj \u200D lrm \u200E rlm \u200F";

    private Entities() {}

    /** What is no reference stays as it stands there. */
    static String read(String escaped) {
        int at = escaped.indexOf('&');
        if (at < 0) {
            return escaped;
        }
        StringBuilder read = new StringBuilder(escaped.length());
        int from = 0;
        while (at >= 0) {
            int end = escaped.indexOf(';', at);
            String meant = end < 0 || end - at > LONGEST ? null : meant(escaped.substring(at + 1, end));
            read.append(escaped, from, at).append(meant == null ? "&" : meant);
            from = meant == null ? at + 1 : end + 1;
            at = escaped.indexOf('&', from);
        }
        return read.append(escaped, from, escaped.length()).toString();
    }

    private static @Nullable String meant(String reference) {
        return reference.startsWith("#") ? numbered(reference.substring(1)) : Named.ALL.get(reference);
    }

    private static @Nullable String numbered(String number) {
        boolean isHex = number.startsWith("x") || number.startsWith("X");
        try {
            int code = Integer.parseInt(isHex ? number.substring(1) : number, isHex ? 16 : 10);
            boolean isCharacter = code > 0 && code <= Character.MAX_CODE_POINT && (code < 0xD800 || code > 0xDFFF);
            return isCharacter ? Character.toString(code) : null;
        } catch (NumberFormatException e) {
            return null;
        }
    }

    /** Made when the first name is looked for: a cold function does not pay for it otherwise. */
    private static final class Named {
        static final Map<String, String> ALL = all();

        private static Map<String, String> all() {
            Map<String, String> named = new HashMap<>();
            int code = FIRST_OF_LATIN_1;
            for (String name : LATIN_1.split(" ", -1)) {
                named.put(name, Character.toString(code++));
            }
            String[] others = OTHERS.split(" ", -1);
            for (int i = 0; i < others.length; i += 2) {
                named.put(others[i], others[i + 1]);
            }
            return named;
        }
    }
}
