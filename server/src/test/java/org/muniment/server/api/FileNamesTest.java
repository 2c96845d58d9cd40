package org.muniment.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class FileNamesTest {

    @Test
    void namesAreWithoutFoldersAndTricks() {
        for (String tricky :
                List.of("../../etc/passwd", "C:\\temp\\passwd", "pass\u0000wd", "pass\u202ewd", "/passwd")) {
            assertThat(FileNames.plain(tricky, "none")).isEqualTo("passwd");
        }
        for (String nothing : List.of("", "..", "/", " \t", "\u200b")) {
            assertThat(FileNames.plain(nothing, "none")).isEqualTo("none");
        }
        assertThat(FileNames.plain("x".repeat(500) + ".eml", "none"))
                .hasSize(255)
                .endsWith(".eml");
    }

    @Test
    void namesAreOfferedWithAFormForOldBrowsersAndOneForAllLanguages() {
        assertThat(FileNames.asAttachment("a b.pdf")).isEqualTo("attachment; filename=\"a b.pdf\"");
        assertThat(FileNames.asAttachment("发票.pdf"))
                .isEqualTo("attachment; filename=\"__.pdf\"; filename*=UTF-8''%E5%8F%91%E7%A5%A8.pdf");
        assertThat(FileNames.asAttachment("a\"; x=\"b"))
                .isEqualTo("attachment; filename=\"a_; x=_b\"; filename*=UTF-8''a%22%3B%20x%3D%22b");
    }
}
