package org.muniment.message;

import java.util.ArrayList;
import java.util.List;

/** The defects of one mail, each said once and no more than a few dozen of them. Not thread-safe. */
final class Defects {
    private static final int MOST = 50;
    private static final int LONGEST = 120;

    private final List<Defect> found = new ArrayList<>(2);

    void add(Defect.Kind kind, String detail) {
        var defect = new Defect(kind, detail.length() > LONGEST ? detail.substring(0, LONGEST) + "…" : detail);
        if (found.size() < MOST && !found.contains(defect)) {
            found.add(defect);
        }
    }

    List<Defect> list() {
        return found;
    }
}
