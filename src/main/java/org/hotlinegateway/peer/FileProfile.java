package org.hotlinegateway.peer;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Files a peer exchanges with the gateway.
 *
 * @param maxSize the largest file taken
 * @param types media types taken, judged by content; HTML, programs and scripts are not among the usual ones
 * @param hosts from which files named by the peer's messages may be fetched, {@code host} or {@code host:port}; none: the
 *     peer uploads
 * @param connectTimeout how long to wait for a connection to such a host
 * @param silence how long such a host may send nothing
 * @param fetchTime how long the whole of a fetch may take
 * @param fetchAttempts attempts before a fetch is held for a person
 * @param told true when the peer is sent the files of cases it holds, each by a delivery of its own
 * @param part name of the part of a multipart message that holds the file
 * @param sendTime how long sending one file may take
 */
public record FileProfile(
        @DefaultValue("50MB") DataSize maxSize,

        @DefaultValue({
            "image/jpeg",
            "image/png",
            "image/gif",
            "image/bmp",
            "image/webp",
            "image/tiff",
            "image/heic",
            "application/pdf",
            "application/msword",
            "application/vnd.ms-excel",
            "application/vnd.ms-powerpoint",
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            "application/vnd.openxmlformats-officedocument.presentationml.presentation",
            "application/zip",
            "application/x-rar-compressed",
            "application/x-7z-compressed",
            "text/plain",
            "text/csv",
            "audio/amr",
            "audio/mpeg",
            "audio/mp4",
            "audio/vnd.wave",
            "video/mp4",
            "video/quicktime"
        })
        Set<String> types,

        @DefaultValue List<String> hosts,
        @DefaultValue("5s") Duration connectTimeout,
        @DefaultValue("30s") Duration silence,
        @DefaultValue("10m") Duration fetchTime,
        @DefaultValue("8") int fetchAttempts,
        @DefaultValue("false") boolean told,
        @DefaultValue("file") String part,
        @DefaultValue("10m") Duration sendTime) {}
