package org.muniment.mailbox;

/**
 * Where something lies: in which container, where in it, and how people call that.
 *
 * @param container SHA-256 of the outermost file
 * @param position where in it; empty for the file itself
 * @param path for people
 * @param depth how many archives are around it
 * @param inMaildir whether its folder says that it is one mail
 * @param budget what the outermost file may still expand to
 */
record Place(String container, String position, String path, int depth, boolean inMaildir, Budget budget) {

    /** An entry of the archive that lies here. */
    Place entry(String uniqueName, String name) {
        String within = position.isEmpty() ? uniqueName : position + "!" + uniqueName;
        return new Place(container, within, path + "!/" + name, depth + 1, looksLikeMaildir(name), budget);
    }

    /** The only thing in the packed file that lies here. */
    Place unpacked() {
        return new Place(container, position, path, depth + 1, inMaildir, budget);
    }

    /** The position of the mail that lies here. */
    String ofMail() {
        return position.isEmpty() ? "0" : position;
    }

    /** The position of a mail at an offset of the mbox that lies here. */
    String ofMail(long offset) {
        return position.isEmpty() ? Long.toString(offset) : position + "@" + offset;
    }

    private static boolean looksLikeMaildir(String name) {
        int slash = name.lastIndexOf('/');
        if (slash < 3 || slash + 1 == name.length() || !Character.isDigit(name.charAt(slash + 1))) {
            return false;
        }
        String folder = name.substring(name.lastIndexOf('/', slash - 1) + 1, slash);
        return folder.equals("cur") || folder.equals("new");
    }
}
