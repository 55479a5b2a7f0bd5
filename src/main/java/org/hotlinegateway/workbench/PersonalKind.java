package org.hotlinegateway.workbench;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hotlinegateway.mapping.Yaml;
import org.jspecify.annotations.Nullable;

/** Kinds of personal data in messages, known by the names of fields, by masks and by their shape. */
enum PersonalKind {
    /** Name of a person. */
    NAME,
    /** Name of an organisation that stands for its people. */
    ORGANISATION,
    /** Mobile or landline number. */
    PHONE,
    /** Number of a resident identity card or another certificate. */
    CERTIFICATE,
    /** Unified social credit code. */
    CREDIT_CODE,
    /** Electronic mail address. */
    MAIL,
    /** An address, or what people have written. */
    TEXT;

    private static final String START = "(^|.*\\.)";
    private static final Pattern NAMES = Pattern.compile(START
            + "((requester|applicant|caller|citizen|contact|agent|operator|handler)\\.name"
            + "|callername|contactname|agentname|registrar|requestermasked|holder|by|issuedby|approvedby)");
    private static final Pattern ORGANISATIONS =
            Pattern.compile(START + "(orgname|(requester|applicant|citizen)\\.org)");
    private static final Pattern PHONES = Pattern.compile(START + "[a-z]*(phone|mobile|tel)");
    private static final Pattern CERTIFICATES = Pattern.compile(START + "(certno|idno|idcard|certificateno)");
    private static final Pattern CREDIT_CODES = Pattern.compile(START + "(uscc|creditcode)");
    private static final Pattern MAILS = Pattern.compile(START + "[a-z]*e?mail");
    private static final Pattern TEXTS =
            Pattern.compile(START + "(place\\.text|place\\.detail|address[a-z]*|title|content"
                    + "|supplement|explanation|resulttext|publicreply|text|reason|dissatisfiedreason)");

    /** A resident number with a date in it, a mobile, a landline written with its dash, a mail address. */
    private static final Pattern SHAPES = Pattern.compile(
            "(?<id>(?<![0-9A-Za-z])[1-9]\\d{5}(?:18|19|20)\\d{2}(?:0[1-9]|1[0-2])(?:[0-2]\\d|3[01])\\d{3}[0-9Xx](?![0-9A-Za-z]))"
                    + "|(?<phone>(?<![0-9A-Za-z])(?:\\+?86-?)?1[3-9]\\d{9}(?![0-9A-Za-z])"
                    + "|(?<![0-9A-Za-z])0\\d{2,3}-\\d{7,8}(?![0-9A-Za-z]))"
                    + "|(?<mail>[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\\.[A-Za-z0-9-]+)+)");

    /** The kind a path of the canonical documents, or one named like them, is of. */
    static Optional<PersonalKind> of(String path) {
        String name = path.replace("[]", "").toLowerCase(Locale.ROOT);
        if (PHONES.matcher(name).matches()) {
            return Optional.of(PHONE);
        } else if (CERTIFICATES.matcher(name).matches()) {
            return Optional.of(CERTIFICATE);
        } else if (CREDIT_CODES.matcher(name).matches()) {
            return Optional.of(CREDIT_CODE);
        } else if (MAILS.matcher(name).matches()) {
            return Optional.of(MAIL);
        } else if (ORGANISATIONS.matcher(name).matches()) {
            return Optional.of(ORGANISATION);
        } else if (NAMES.matcher(name).matches()) {
            return Optional.of(NAME);
        }
        return TEXTS.matcher(name).matches() ? Optional.of(TEXT) : Optional.empty();
    }

    /** The kind a {@code mask} clause marks its source as. */
    static Optional<PersonalKind> ofMask(@Nullable Yaml mask) {
        if (mask instanceof Yaml.Scalar preset) {
            return Optional.of(
                    switch (preset.text()) {
                        case "name" -> NAME;
                        case "phone" -> PHONE;
                        case "id" -> CERTIFICATE;
                        default -> TEXT;
                    });
        }
        return Optional.ofNullable(mask).map(given -> TEXT);
    }

    /** Replaces what looks like personal data inside a text. */
    static String replaced(String text, Inventions inventions) {
        Matcher matcher = SHAPES.matcher(text);
        return matcher.replaceAll(hit -> Matcher.quoteReplacement(inventions.of(kind(matcher), hit.group())));
    }

    private static PersonalKind kind(Matcher matcher) {
        return matcher.group("id") != null ? CERTIFICATE : matcher.group("phone") != null ? PHONE : MAIL;
    }
}
