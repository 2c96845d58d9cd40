package org.muniment.server.view;

import java.util.Locale;

/** The few words that a page says for itself, in the reader's language; what the mail says is left as it is. */
enum Words {
    ENGLISH(
            "en",
            "Mail",
            "image not loaded",
            "image not part of this mail",
            "image cannot be shown",
            "tracking pixel (1×1)",
            "leads to",
            "This mail is longer than what is shown here. Download the original to read all of it."),
    CHINESE("zh-Hans", "邮件", "图片未加载", "邮件中没有此图片", "图片无法显示", "跟踪像素 (1×1)", "实际指向", "此邮件较长，此处仅显示一部分。下载原件可阅读全文。");

    private final String tag;
    private final String title;
    private final String remoteImage;
    private final String missingImage;
    private final String badImage;
    private final String trackingPixel;
    private final String leadsTo;
    private final String shortened;

    Words(
            String tag,
            String title,
            String remoteImage,
            String missingImage,
            String badImage,
            String trackingPixel,
            String leadsTo,
            String shortened) {
        this.tag = tag;
        this.title = title;
        this.remoteImage = remoteImage;
        this.missingImage = missingImage;
        this.badImage = badImage;
        this.trackingPixel = trackingPixel;
        this.leadsTo = leadsTo;
        this.shortened = shortened;
    }

    /** English for whoever reads neither. */
    static Words in(Locale locale) {
        return locale.getLanguage().equals("zh") ? CHINESE : ENGLISH;
    }

    /** The language of these words as BCP 47 has it. */
    String tag() {
        return tag;
    }

    String title() {
        return title;
    }

    String remoteImage() {
        return remoteImage;
    }

    String missingImage() {
        return missingImage;
    }

    String badImage() {
        return badImage;
    }

    String trackingPixel() {
        return trackingPixel;
    }

    String leadsTo() {
        return leadsTo;
    }

    String shortened() {
        return shortened;
    }
}
