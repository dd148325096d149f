/// How serious a finding is, worst first.
package enum Severity: String, CaseIterable, Comparable, Sendable {
    case error, warning, note

    private var rank: Int { Self.allCases.firstIndex(of: self)! }
    /// Worse findings come first.
    package static func < (a: Severity, b: Severity) -> Bool { a.rank < b.rank }
}

/// What a rule concluded. The organ's own arithmetic is never mixed with our doubt about a reading.
package enum Verdict: String, CaseIterable, Sendable {
    case violated
    case doubtful
    case notAssessable = "not-assessable"
}

/// What a check found, with the characters on both sides. Bad data gives findings; it never stops a run.
package struct Finding: Hashable, Sendable {
    /// One side of a comparison: the words of the form and the figure.
    package struct Side: Hashable, Sendable {
        package var text: String
        package var value: ExactDecimal

        package init(text: String, value: ExactDecimal) {
            self.text = text
            self.value = value
        }
    }

    /// Evidence in a named file; a finding across years points into both.
    package struct Citation: Hashable, Sendable {
        package var source: String
        package var evidence: Evidence

        package init(source: String, evidence: Evidence) {
            self.source = source
            self.evidence = evidence
        }
    }

    /// The stable id of the rule, e.g. `requests-balance`.
    package var rule: String
    package var severity: Severity
    package var verdict: Verdict
    package var source: String
    /// Other filings concerned.
    package var sources: [String]
    package var organ: String?
    /// The code of the organ's district; bureaus of one name are many.
    package var district: String?
    package var year: Int?
    package var measures: [MeasureID]
    package var left: Side?
    package var right: Side?
    /// Differences of other columns that cancel this one out in the total.
    package var cancels: [Side] = []
    /// Why the rule thinks it came about, one word of the rule's own list (`previous-inconsistent`).
    package var cause: String?
    /// What the finding is about where its figures do not say it or change with every edit; in the fingerprint instead
    /// of them.
    package var subject: String?
    package var message: Words
    package var evidence: [Citation]
    /// What the organ or the reader should do; the rule's advice.
    package var advice: Words?
    /// What a person decided about it before.
    package var decision: Decision?

    package init(
        rule: String, severity: Severity, verdict: Verdict, filing: Filing, sources: [String] = [],
        measures: [MeasureID] = [], left: Side? = nil, right: Side? = nil, cause: String? = nil,
        subject: String? = nil, message: Words, evidence: [Citation] = []
    ) {
        self.rule = rule
        self.severity = severity
        self.verdict = verdict
        source = filing.source
        self.sources = sources
        organ = filing.organ?.name
        district = filing.area.code
        year = filing.year
        self.measures = measures
        self.left = left
        self.right = right
        self.cause = cause
        self.subject = subject
        self.message = message
        self.evidence = evidence
    }

    /// A finding about a filing that is not there: `source` is the register that asks for it.
    package init(
        rule: String, severity: Severity, verdict: Verdict, source: String, organ: String, district: String?, year: Int,
        message: Words, evidence: [Citation]
    ) {
        self.rule = rule
        self.severity = severity
        self.verdict = verdict
        self.source = source
        sources = []
        self.organ = organ
        self.district = district
        self.year = year
        measures = []
        self.message = message
        self.evidence = evidence
    }

    /// Left minus right, where both are known.
    package var difference: ExactDecimal? {
        guard let left, let right else { return nil }
        return left.value - right.value
    }

    /// Whether a decision that still holds says that nothing is to be done.
    package var isSettled: Bool { decision?.settles ?? false }
}

/// What a person decided about a finding, as a waiver file keeps it.
package struct Decision: Hashable, Sendable {
    package enum Kind: String, CaseIterable, Sendable {
        /// The finding is right and stands.
        case confirmed
        /// It is not so.
        case dismissed
        /// It is so, and there is a reason for it.
        case explained
    }

    package var kind: Kind
    package var author: String
    /// Dates as `2026-03-01`.
    package var date: String
    package var reason: String
    package var expiry: String?

    package init(kind: Kind, author: String, date: String, reason: String, expiry: String? = nil) {
        self.kind = kind
        self.author = author
        self.date = date
        self.reason = reason
        self.expiry = expiry
    }

    package var settles: Bool { kind != .confirmed }
}

extension Finding {
    /// Identifies the finding over re-runs: what it says about whom. Where the file lies, how the finding is worded and
    /// what else stands in the filing play no part, so that a decision about it outlives moved files and other edits.
    ///
    /// 64-bit FNV-1a over rule, organ, district, year, measures and figures (or the subject, else the quoted characters
    /// without spaces), in hexadecimal. Two findings share it by chance once in 2^64.
    package var fingerprint: String {
        var hash = FNV1a()
        hash.mix(rule)
        hash.mix(organ ?? source)
        hash.mix(district ?? "")
        hash.mix(year.map(String.init) ?? "")
        for measure in measures { hash.mix(Measures[measure].code) }
        if let subject {
            hash.mix(subject)
        } else if let left {
            hash.mix(left.value.description)
            hash.mix(right?.value.description ?? "")
        } else {
            hash.mix(evidence.first?.evidence.text.filter { !$0.isWhitespace } ?? "")
        }
        return hash.hexadecimal
    }
}

/// FNV-1a, 64 bits: the same on every machine and in every run.
package struct FNV1a: Sendable {
    private(set) package var value: UInt64 = 0xcbf2_9ce4_8422_2325

    package init() {}

    package mutating func mix(byte: UInt8) {
        value ^= UInt64(byte)
        value &*= 0x100_0000_01b3
    }

    /// A text and its end, so that `a`, `bc` differs from `ab`, `c`.
    package mutating func mix(_ text: String) {
        for byte in text.utf8 { mix(byte: byte) }
        mix(byte: 0x1f)
    }

    package var hexadecimal: String {
        let digits = String(value, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}
