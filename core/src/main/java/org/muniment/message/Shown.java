package org.muniment.message;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The texts of a mail in their order, and which of them make its page and which its plain text (RFC 2046, section
 * 5.1.4). Not thread-safe.
 */
final class Shown {
    private static final String GAP = "\n\n";

    private final List<Piece> pieces = new ArrayList<>();

    /** One text; alternatives are told apart by the number of their multipart and their branch in it. */
    private record Piece(String type, boolean html, Place place, String text) {}

    void add(PartHeader part, Place place, String text) {
        String unified = part.isHtml() ? text : text.replace("\r\n", "\n").replace('\r', '\n');
        pieces.add(new Piece(part.type(), part.isHtml(), place, unified));
    }

    /** What is shown of all that was added. */
    Body body(boolean truncated, List<Body.Picture> pictures) {
        Map<Integer, Integer> anyBranch = new HashMap<>();
        Map<Integer, Integer> plainBranch = new HashMap<>();
        Map<Integer, Integer> pageBranch = new HashMap<>();
        for (Piece piece : pieces) {
            int row = piece.place().alternatives();
            int branch = piece.place().branch();
            anyBranch.putIfAbsent(row, branch);
            if (piece.html()) {
                pageBranch.put(row, branch); // the last one is the richest
            } else if (piece.type().equals(PartHeader.PLAIN) && !piece.text().isBlank()) {
                plainBranch.putIfAbsent(row, branch);
            }
        }
        List<Piece> page = chosen(List.of(pageBranch, plainBranch, anyBranch));
        List<Piece> plain = chosen(List.of(plainBranch, pageBranch, anyBranch));
        boolean hasPage = page.stream().anyMatch(Piece::html);
        return new Body(hasPage ? page(page) : null, plain(plain), truncated, pictures);
    }

    /** All pieces that stand alone, and of each row of alternatives one branch: the first table that knows one says. */
    private List<Piece> chosen(List<Map<Integer, Integer>> tables) {
        List<Piece> chosen = new ArrayList<>();
        for (Piece piece : pieces) {
            Place place = piece.place();
            Integer branch = null;
            for (Map<Integer, Integer> table : tables) {
                branch = branch == null ? table.get(place.alternatives()) : branch;
            }
            if (branch != null && branch == place.branch()) {
                chosen.add(piece);
            }
        }
        return chosen;
    }

    private static String page(List<Piece> chosen) {
        StringBuilder page = new StringBuilder();
        for (Piece piece : chosen) {
            page.append(page.isEmpty() ? "" : "\n");
            if (piece.html()) {
                page.append(piece.text());
            } else if (!piece.text().isBlank()) {
                page.append("<pre>").append(escaped(piece.text())).append("</pre>");
            }
        }
        return page.toString();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static String plain(List<Piece> chosen) {
        StringBuilder text = new StringBuilder();
        for (Piece piece : chosen) {
            String next = piece.html() ? HtmlText.of(piece.text(), BodyReader.MOST_CHARS) : piece.text();
            if (!next.isBlank()) {
                text.append(text.isEmpty() ? "" : GAP).append(next);
            }
        }
        return text.toString();
    }
}
