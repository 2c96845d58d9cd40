package org.muniment.server.view;

import static org.muniment.server.view.Kind.bytes;
import static org.muniment.server.view.Kind.compound;
import static org.muniment.server.view.Kind.plain;
import static org.muniment.server.view.Kind.written;
import static org.muniment.server.view.Kind.zipped;

import java.util.List;

/** The table of file kinds; where several lines fit, the first counts. */
final class Kinds {
    static final String ZIP = "application/zip";
    static final String OLE = "application/x-ole-storage";
    static final String TEXT = "text/plain";
    static final String HTML = "text/html";
    static final String SVG = "image/svg+xml";
    static final String UNKNOWN = "application/octet-stream";

    private static final String OFFICE = "application/vnd.openxmlformats-officedocument.";
    private static final String ODF = "application/vnd.oasis.opendocument.";

    static final List<Kind> ALL = List.of(
            bytes(0, "89504e470d0a1a0a", "png", "image/png"),
            bytes(0, "ffd8ff", "jpg jpeg jpe jfif", "image/jpeg", "image/jpg", "image/pjpeg"),
            bytes(0, "474946383761", "gif", "image/gif"),
            bytes(0, "474946383961", "gif", "image/gif"),
            bytes(8, "57454250", "webp", "image/webp"),
            bytes(0, "49492a00", "tif tiff", "image/tiff"),
            bytes(0, "4d4d002a", "tif tiff", "image/tiff"),
            bytes(0, "00000100", "ico", "image/vnd.microsoft.icon", "image/x-icon"),
            bytes(4, "6674797068656963", "heic heif", "image/heic"),
            bytes(4, "667479706d7034", "mp4 m4v", "video/mp4"),
            bytes(4, "6674797069736f6d", "mp4 m4v", "video/mp4"),
            bytes(4, "667479704d3441", "m4a", "audio/mp4", "audio/x-m4a"),
            bytes(4, "6674797071742020", "mov", "video/quicktime"),
            bytes(8, "57415645", "wav", "audio/wav", "audio/x-wav"),
            bytes(0, "494433", "mp3", "audio/mpeg", "audio/mp3"),
            bytes(0, "4f676753", "ogg oga ogv opus", "audio/ogg", "video/ogg", "application/ogg"),
            bytes(0, "255044462d", "pdf", "application/pdf", "application/x-pdf"),
            bytes(0, "7b5c727466", "rtf doc", "application/rtf", "text/rtf", "application/msword"),
            bytes(0, "25215053", "ps eps", "application/postscript"),
            bytes(0, "1f8b", "gz tgz", "application/gzip", "application/x-gzip"),
            bytes(0, "425a68", "bz2", "application/x-bzip2"),
            bytes(0, "fd377a585a00", "xz", "application/x-xz"),
            bytes(0, "28b52ffd", "zst", "application/zstd"),
            bytes(0, "377abcaf271c", "7z", "application/x-7z-compressed"),
            bytes(0, "526172211a07", "rar", "application/vnd.rar", "application/x-rar-compressed", "application/x-rar"),
            bytes(0, "4d534346", "cab", "application/vnd.ms-cab-compressed"),
            bytes(257, "7573746172", "tar", "application/x-tar"),
            bytes(
                    0,
                    "4d5a",
                    "exe dll scr cpl com",
                    "application/vnd.microsoft.portable-executable",
                    "application/x-msdownload",
                    "application/x-dosexec"),
            bytes(0, "7f454c46", "elf so", "application/x-elf", "application/x-executable", "application/x-sharedlib"),
            bytes(0, "cffaedfe", "dylib macho", "application/x-mach-binary"),
            bytes(0, "cefaedfe", "dylib macho", "application/x-mach-binary"),
            bytes(0, "feedfacf", "dylib macho", "application/x-mach-binary"),
            bytes(0, "cafebabe", "class dylib macho", "application/java-vm", "application/x-mach-binary"),
            bytes(0, "4c00000001140200", "lnk", "application/x-ms-shortcut"),
            bytes(0, "2142444e", "pst ost", "application/vnd.ms-outlook-pst"),
            bytes(0, "789f3e22", "dat tnef", "application/vnd.ms-tnef", "application/ms-tnef"),
            bytes(0, "0061736d", "wasm", "application/wasm"),
            bytes(32_769, "4344303031", "iso img", "application/x-iso9660-image"),
            zipped(
                    "word/",
                    "docx docm dotx",
                    OFFICE + "wordprocessingml.document",
                    "application/vnd.ms-word.document.macroenabled.12"),
            zipped(
                    "xl/",
                    "xlsx xlsm xlsb xltx",
                    OFFICE + "spreadsheetml.sheet",
                    "application/vnd.ms-excel.sheet.macroenabled.12"),
            zipped(
                    "ppt/",
                    "pptx pptm ppsx potx",
                    OFFICE + "presentationml.presentation",
                    "application/vnd.ms-powerpoint.presentation.macroenabled.12"),
            zipped("mimetype" + ODF + "text", "odt ott", ODF + "text"),
            zipped("mimetype" + ODF + "spreadsheet", "ods ots", ODF + "spreadsheet"),
            zipped("mimetype" + ODF + "presentation", "odp otp", ODF + "presentation"),
            zipped("mimetypeapplication/epub+zip", "epub", "application/epub+zip"),
            zipped("META-INF/MANIFEST.MF", "jar war", "application/java-archive", "application/x-java-archive"),
            zipped("AndroidManifest.xml", "apk", "application/vnd.android.package-archive"),
            bytes(0, "504b0304", "zip", ZIP, "application/x-zip-compressed", "application/x-zip"),
            bytes(0, "504b0506", "zip", ZIP, "application/x-zip-compressed", "application/x-zip"),
            compound("WordDocument", "doc dot", "application/msword"),
            compound("Workbook", "xls xlt", "application/vnd.ms-excel"),
            compound("PowerPoint Document", "ppt pps", "application/vnd.ms-powerpoint"),
            compound("__properties_version1.0", "msg oft", "application/vnd.ms-outlook", "application/msoutlook"),
            bytes(0, "d0cf11e0a1b11ae1", "msi", OLE),
            written("<!doctype html", "html htm xhtml shtml", HTML, "application/xhtml+xml"),
            written("<html", "html htm xhtml shtml", HTML, "application/xhtml+xml"),
            written("<head", "html htm", HTML),
            written("<script", "html htm", HTML),
            written("<svg", "svg", SVG),
            written("<?xml", "xml xsd xsl svg rss kml xhtml html", "application/xml", "text/xml", SVG),
            written("begin:vcalendar", "ics vcs", "text/calendar", "application/ics"),
            written("begin:vcard", "vcf", "text/vcard", "text/x-vcard", "text/directory"),
            written("-----begin pgp", "asc pgp", "application/pgp-encrypted", "application/pgp-signature"),
            written("return-path:", "eml", "message/rfc822"),
            written("received:", "eml", "message/rfc822"),
            written("delivered-to:", "eml", "message/rfc822"),
            written("message-id:", "eml", "message/rfc822"),
            written("mime-version:", "eml mht mhtml", "message/rfc822"),
            written("from:", "eml", "message/rfc822"),
            written("from ", "mbox", "application/mbox"),
            plain(
                    "txt csv tsv log md json ini conf yaml yml css sql patch diff",
                    TEXT,
                    "text/csv",
                    "text/markdown",
                    "text/tab-separated-values",
                    "application/json",
                    "text/css"));

    private Kinds() {}
}
