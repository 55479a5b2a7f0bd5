package org.hotlinegateway.mapping;

import java.nio.file.Path;
import java.util.Optional;

/** Tells when the files of a folder have changed and come to rest; what was judged once is not told again. */
final class FolderWatch {
    private final Path folder;
    private String seen = "";
    private String judgedOutline = "";
    private String judged;

    /** @param judged fingerprint of the files that need no telling */
    FolderWatch(Path folder, String judged) {
        this.folder = folder;
        this.judged = judged;
    }

    /** The files, when they have changed and rest since the last look. */
    Optional<FolderSnapshot> rested() {
        String now = FolderSnapshot.outline(folder);
        boolean atRest = now.equals(seen);
        seen = now;
        if (!atRest || now.equals(judgedOutline)) {
            return Optional.empty();
        }
        FolderSnapshot snapshot = FolderSnapshot.of(folder);
        if (!FolderSnapshot.outline(folder).equals(now)) {
            return Optional.empty();
        }
        if (snapshot.fingerprint().equals(judged)) {
            judgedOutline = now;
            return Optional.empty();
        }
        return Optional.of(snapshot);
    }

    /** These files are judged. */
    void judged(String files) {
        judged = files;
        judgedOutline = seen;
    }

    /** Whatever the folder holds now is judged; returns its fingerprint. */
    String judgeNow() {
        seen = FolderSnapshot.outline(folder);
        judged(FolderSnapshot.of(folder).fingerprint());
        return judged;
    }

    /** Fingerprint of the files that were judged last. */
    String judged() {
        return judged;
    }
}
