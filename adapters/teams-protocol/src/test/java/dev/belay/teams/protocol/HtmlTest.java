package dev.belay.teams.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.message.TextPart;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class HtmlTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "<p>It&#8217;s &euro;5, &#x1F525; &auml;&Auml;&szlig; &ndash; &amp;lt; 1 &lt; 2|It’s €5, \uD83D\uDD25 äÄß – &lt; 1 < 2",
                "AT&T &unknown; &#0; &#xD800; &; & 5 < 6 &|AT&T &unknown; &#0; &#xD800; &; & 5 < 6 &",
                "<h1>Head</h1><h2>Sub</h2><p>text</p>|Head/Sub/text",
                "<table><tbody><tr><td>1</td><td>2</td></tr><tr><th><p>3</p></th></tr></table>end|1 ! 2/3/end",
                "<blockquote><p>quoted</p><p>twice</p></blockquote><p>mine</p>|> quoted/> twice/mine",
                "<p>so</p><blockquote>a<blockquote>b</blockquote>c</blockquote>|so/> a/> > b/> c",
                "<ul><li>one</li><li><p>two</p></li></ul><p>three</p>|- one/- two/three",
                "<pre>a  b<br>c</pre><p>d  e</p>|a  b/c/d e",
                "`<div>\r\n<div>one</div>\n</div>\n<div>two</div>`|one/two",
                "a<br/>b<hr>c|a/b/c",
                "<b>bo</b><i>ld</i> <span style=\"x\">is</span><!-- never > --> so|bold is --> so",
                "<customemoji alt=\"shipit\"></customemoji> <img alt='a picture' src='x'><img alt=\"image\">|shipit a picture",
                "<a href=\"mailto:bob@x.example\">bob</a> <a data-href=\"https://no.example\">no</a>|bob no",
                "<at id=\"0\">Bob</at>, <at id=\"1\">Eve</at>|@Bob Baker, @Eve",
                "<p>open <b|open <b"
            })
    void html_becomes_what_is_read_there(String html, String read) {
        String said = Html.parts(html, Map.of("Bob", "Bob Baker")).stream()
                .map(part -> part.said(mention -> mention.user()))
                .collect(Collectors.joining());
        assertThat(said.replace(" |", " !").replace('\n', '/')).isEqualTo(read);
    }

    /** As Teams' clients send an answer that quotes (github.com/NousResearch/hermes-agent/pull/105344). */
    @Test
    void whoever_is_quoted_says_so_and_the_author_speaks_for_themselves() {
        String html = "<blockquote itemscope itemtype=\"http://schema.skype.com/Reply\" itemid=\"1795336194433\">\n"
                + "<strong itemprop=\"mri\" itemid=\"8:orgid:1\">Alice Archer</strong>"
                + "<span itemprop=\"time\" itemid=\"1795336194433\"></span>\n"
                + "<p itemprop=\"preview\">Shall I restart it?</p>\n</blockquote>\n<p>Please do.</p>";
        assertThat(Html.parts(html, Map.of()))
                .containsExactly(new TextPart.Words("> Alice Archer\n> Shall I restart it?\nPlease do."));
    }

    @Test
    void a_link_keeps_its_address_in_whatever_it_stands() {
        assertThat(Html.parts(
                        "<blockquote><a title=\"a > b\" href='https://x.example/?a=1&amp;b=2'>the <b>page</b></a></blockquote>"
                                + "<a href=\"https://y.example\"></a>",
                        Map.of()))
                .containsExactly(
                        new TextPart.Words("> "),
                        new TextPart.Link("https://x.example/?a=1&b=2", "the page"),
                        new TextPart.Words("\n"),
                        new TextPart.Link("https://y.example", ""));
    }

    /** Whatever comes, it ends, and is no longer than what came but for the signs of quotations. */
    @Test
    void whatever_is_sent_is_read() {
        Random random = new Random(20261130);
        String[] pieces = {
            "<",
            ">",
            "</",
            "<a href=\"",
            "\"",
            "'",
            "=",
            "<blockquote>",
            "</blockquote>",
            "<td>",
            "<li>",
            "<at>",
            "</at>",
            "<pre>",
            "&#",
            "&amp;",
            ";",
            "1F525",
            " ",
            "\n",
            "word",
            "<span itemtype=\"http://schema.skype.com/Mention\">",
            "</span>",
            "<img alt=\"",
            "!--",
            "\u202E"
        };
        for (int i = 0; i < 50_000; i++) {
            StringBuilder html = new StringBuilder();
            for (int left = random.nextInt(20); left >= 0; left--) {
                html.append(pieces[random.nextInt(pieces.length)]);
            }
            int length = Html.parts(html.toString(), Map.of()).stream()
                    .mapToInt(part -> part.said(mention -> mention.user()).length())
                    .sum();
            assertThat(length).as(html.toString()).isLessThan(8 * html.length() + 1);
        }
    }
}
